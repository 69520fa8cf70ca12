namespace Coordination.Contracts.Events;

/// <summary>
/// Sub-types of the categories (national master plan of 2006, list of main types). Closed: an assembly, procession, picket or petition
/// belongs to none of them.
/// </summary>
public enum EventKind
{
    /// <summary>Natural: flood, waterlogging, drought 水旱.</summary>
    FloodOrDrought,
    /// <summary>Natural: weather 气象.</summary>
    Meteorological,
    /// <summary>Natural: earthquake 地震.</summary>
    Earthquake,
    /// <summary>Natural: landslide, mudslide, collapse 地质.</summary>
    Geological,
    /// <summary>Natural: forest or grassland fire 森林火灾.</summary>
    ForestFire,
    /// <summary>Natural: pests 生物.</summary>
    Biological,
    /// <summary>Natural: storm surge, waves 海洋.</summary>
    Marine,
    /// <summary>Accident: industry, mining, commerce 工矿商贸, fire included.</summary>
    WorkSafety,
    /// <summary>Accident: road, rail, water, air 交通运输.</summary>
    Transport,
    /// <summary>Accident: public facilities and equipment 公共设施设备.</summary>
    PublicFacility,
    /// <summary>Accident: nuclear or radiation 核与辐射.</summary>
    NuclearOrRadiation,
    /// <summary>Accident: pollution, ecological damage 环境污染生态破坏.</summary>
    EnvironmentalPollution,
    /// <summary>Public health: infectious disease 传染病疫情.</summary>
    InfectiousDisease,
    /// <summary>Public health: cluster of unexplained illness 群体性不明原因疾病.</summary>
    UnexplainedIllness,
    /// <summary>Public health: food safety, occupational harm 食品安全和职业危害.</summary>
    FoodOrOccupational,
    /// <summary>Public health: animal disease 动物疫情.</summary>
    AnimalDisease,
    /// <summary>Public safety: too many people in one place 人员聚集安全.</summary>
    CrowdSafety,
    /// <summary>Public safety: casualties of an attack.</summary>
    AttackCasualties,
    /// <summary>Public safety: foreign nationals affected 涉外.</summary>
    ForeignNationalsAffected,
}

/// <summary>What is counted of those who suffered. Counts only: no name stands behind them here.</summary>
public enum CasualtyKind
{
    /// <summary>Dead.</summary>
    Dead,
    /// <summary>Missing.</summary>
    Missing,
    /// <summary>Injured; acute poisoning included.</summary>
    Injured,
    /// <summary>Trapped.</summary>
    Trapped,
    /// <summary>Evacuated or relocated.</summary>
    Evacuated,
}

/// <summary>What a figure of the casualty ledger covers.</summary>
public enum CasualtyScope
{
    /// <summary>All of an area.</summary>
    Total,
    /// <summary>A part: those in one hospital, at one site.</summary>
    Partial,
}

/// <summary>How sure a value is.</summary>
public enum Confidence
{
    /// <summary>As reported.</summary>
    Reported,
    /// <summary>Checked by an authority.</summary>
    Verified,
}

/// <summary>One count of a report or ledger.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Count">How many persons, from 0.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record CasualtyCount(CasualtyKind Kind, [property: System.ComponentModel.DataAnnotations.Range(0, 10_000_000)] int Count, Confidence Confidence = Confidence.Reported);
