namespace Coordination.Contracts.Events;

/// <summary>Kinds of hazard: places and objects, never persons or groups.</summary>
public enum HazardKind
{
    /// <summary>危险边坡.</summary>
    Slope,
    /// <summary>危楼.</summary>
    DangerousBuilding,
    /// <summary>Dam, dyke or reservoir.</summary>
    DamOrReservoir,
    /// <summary>River or drain that may flood.</summary>
    Waterway,
    /// <summary>Plant or store of hazardous chemicals.</summary>
    HazardousChemicals,
    /// <summary>Mine or tailings pond.</summary>
    Mine,
    /// <summary>Rail corridor.</summary>
    RailCorridor,
    /// <summary>Road, tunnel or bridge.</summary>
    RoadOrBridge,
    /// <summary>Pipeline.</summary>
    Pipeline,
    /// <summary>Power, water, gas or telecommunication plant.</summary>
    UtilityPlant,
    /// <summary>Nuclear or radiation source.</summary>
    RadiationSource,
    /// <summary>Site with a danger of fire.</summary>
    FireSite,
    /// <summary>Forest or grassland.</summary>
    ForestOrGrassland,
    /// <summary>Place where food or drugs are made or sold.</summary>
    FoodOrDrugSite,
    /// <summary>Farm or market with a danger of animal disease.</summary>
    AnimalSite,
    /// <summary>Building site.</summary>
    ConstructionSite,
    /// <summary>Venue, street, hall or footbridge with a limited capacity.</summary>
    VenueCapacity,
}

/// <summary>States of a hazard (domain.md C1).</summary>
public enum HazardState
{
    /// <summary>Somebody saw it.</summary>
    Identified,
    /// <summary>In the register; inspections run.</summary>
    Registered,
    /// <summary>Rated A, B or C.</summary>
    Assessed,
    /// <summary>To be put right by a date (限期治理).</summary>
    RectificationOrdered,
    /// <summary>Being put right.</summary>
    Rectifying,
    /// <summary>Said to be right; to be checked.</summary>
    PendingVerification,
    /// <summary>Right, and checked.</summary>
    Closed,
    /// <summary>Not right after all.</summary>
    Reopened,
    /// <summary>Lived with, under watch.</summary>
    AcceptedMonitored,
    /// <summary>It happened.</summary>
    BecameIncident,
}

/// <summary>Rating by a published rule on likelihood and consequence. A is the most dangerous.</summary>
public enum HazardRating
{
    /// <summary>Most dangerous.</summary>
    A,
    /// <summary>In between.</summary>
    B,
    /// <summary>Least dangerous.</summary>
    C,
}

/// <summary>What lies in reach of a hazard.</summary>
public enum ReceptorKind
{
    /// <summary>Homes.</summary>
    Residential,
    /// <summary>School or kindergarten.</summary>
    School,
    /// <summary>Hospital or care home.</summary>
    Hospital,
    /// <summary>Intake of drinking water.</summary>
    WaterIntake,
    /// <summary>Road.</summary>
    Road,
    /// <summary>Railway.</summary>
    Railway,
    /// <summary>Enterprise.</summary>
    Enterprise,
    /// <summary>Farmland.</summary>
    Farmland,
    /// <summary>Protected nature.</summary>
    Nature,
}

/// <summary>Recurring checks of a hazard.</summary>
public enum InspectionKind
{
    /// <summary>巡查: daily.</summary>
    Patrol,
    /// <summary>自查: weekly, by the owner.</summary>
    SelfCheck,
    /// <summary>Weekly report to the safety office.</summary>
    PeriodicReport,
    /// <summary>集中排查: monthly, with the county.</summary>
    JointCheck,
    /// <summary>Quarterly, by experts.</summary>
    ExpertCheck,
}

/// <summary>What a check found.</summary>
public enum InspectionOutcome
{
    /// <summary>Nothing new.</summary>
    Unchanged,
    /// <summary>Better than before.</summary>
    Improved,
    /// <summary>A defect.</summary>
    DefectFound,
    /// <summary>Worse than before.</summary>
    Worsened,
}

/// <summary>What an indicator measures. Places and things; people only as an anonymous count.</summary>
public enum IndicatorKind
{
    /// <summary>Rainfall, mm.</summary>
    Rainfall,
    /// <summary>Level of a river, m.</summary>
    RiverLevel,
    /// <summary>Level of a reservoir, m.</summary>
    ReservoirLevel,
    /// <summary>Wind speed, m/s.</summary>
    WindSpeed,
    /// <summary>Air temperature, °C.</summary>
    Temperature,
    /// <summary>Movement of a slope, mm a day.</summary>
    SlopeMovement,
    /// <summary>Seismic intensity.</summary>
    SeismicIntensity,
    /// <summary>Fire danger of forest or grassland, index.</summary>
    FireDanger,
    /// <summary>Air pollution, index.</summary>
    AirPollution,
    /// <summary>Water pollution, multiple of the limit.</summary>
    WaterPollution,
    /// <summary>Gas, multiple of the limit.</summary>
    GasConcentration,
    /// <summary>Radiation dose rate, µSv/h.</summary>
    RadiationDose,
    /// <summary>Cases of illness counted in a place, without anything about a person.</summary>
    IllnessCount,
    /// <summary>Persons present in a venue, an anonymous count against its capacity.</summary>
    CrowdOccupancy,
}

/// <summary>States of an indicator (domain.md C1). Colours as in 突发事件应对法 Art. 63.</summary>
public enum IndicatorState
{
    /// <summary>Nothing to say.</summary>
    Normal,
    /// <summary>Watch.</summary>
    Advisory,
    /// <summary>四级.</summary>
    Blue,
    /// <summary>三级.</summary>
    Yellow,
    /// <summary>二级.</summary>
    Orange,
    /// <summary>一级.</summary>
    Red,
    /// <summary>Was raised, is over.</summary>
    Cleared,
    /// <summary>Nothing is known: the sensor is silent and nobody counts.</summary>
    Offline,
}

/// <summary>How a reading was taken.</summary>
public enum ReadingMethod
{
    /// <summary>By a sensor.</summary>
    Sensor,
    /// <summary>Counted or read by hand, in place of a silent sensor.</summary>
    Manual,
}

/// <summary>How far a level can be trusted.</summary>
public enum ReadingConfidence
{
    /// <summary>From a working sensor or the authority itself.</summary>
    Normal,
    /// <summary>Counted by hand in place of a sensor.</summary>
    Low,
}

/// <summary>Events that an operator may file. Commercial, sport and cultural only.</summary>
public enum EventNoticeKind
{
    /// <summary>促销活动: sale or promotion.</summary>
    CommercialPromotion,
    /// <summary>Trade fair or exhibition.</summary>
    TradeFair,
    /// <summary>Sport event.</summary>
    Sport,
    /// <summary>Concert, performance or film.</summary>
    Performance,
    /// <summary>Lantern fair, garden party, festival.</summary>
    Festival,
}

/// <summary>Kinds of venue.</summary>
public enum VenueKind
{
    /// <summary>Shopping street.</summary>
    ShoppingStreet,
    /// <summary>Shopping centre.</summary>
    ShoppingCentre,
    /// <summary>Stadium or sports hall.</summary>
    Stadium,
    /// <summary>Theatre, concert hall, cinema.</summary>
    Theatre,
    /// <summary>Exhibition centre.</summary>
    ExhibitionCentre,
    /// <summary>Park or scenic area.</summary>
    ScenicArea,
    /// <summary>Station, port or airport.</summary>
    TransportHub,
}

/// <summary>States of an event notice.</summary>
public enum EventNoticeState
{
    /// <summary>Filed by the operator.</summary>
    Filed,
    /// <summary>Seen by the duty office.</summary>
    Acknowledged,
    /// <summary>The event is over.</summary>
    Ended,
    /// <summary>The operator takes it back.</summary>
    Withdrawn,
}

/// <summary>What the register points out about a notice. It judges nothing.</summary>
public enum NoticeWarning
{
    /// <summary>So many people need a licence (大型活动条例 Art. 2, 13) and none is named.</summary>
    MissingPermit,
    /// <summary>The licence was applied for and is not decided (Art. 14: 7 days).</summary>
    PermitPending,
    /// <summary>Filed fewer days before than the rule asks (Art. 13: 20 days).</summary>
    FiledLate,
    /// <summary>More people expected than the venue holds.</summary>
    OverCapacity,
}
