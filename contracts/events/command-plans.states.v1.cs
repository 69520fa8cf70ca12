namespace Coordination.Contracts.Events;

/// <summary>What a plan is about. Closed: a package selects, renames and translates, never extends.</summary>
public enum PlanKind
{
    /// <summary>Master plan 总体预案: every kind of event.</summary>
    General,
    /// <summary>Flood, typhoon and drought 三防.</summary>
    FloodTyphoonDrought,
    /// <summary>Severe weather.</summary>
    SevereWeather,
    /// <summary>Geological hazard 地质灾害.</summary>
    Geological,
    /// <summary>Earthquake.</summary>
    Earthquake,
    /// <summary>Forest or grassland fire.</summary>
    WildFire,
    /// <summary>Fire in buildings.</summary>
    Fire,
    /// <summary>Dangerous chemicals 危险化学品.</summary>
    HazardousChemicals,
    /// <summary>Accident at work.</summary>
    WorkSafety,
    /// <summary>Road, water or air transport.</summary>
    Transport,
    /// <summary>Railway.</summary>
    Railway,
    /// <summary>Pollution and damage to the environment.</summary>
    EnvironmentalPollution,
    /// <summary>Power, water, gas and telecommunication.</summary>
    Lifelines,
    /// <summary>Infectious disease.</summary>
    InfectiousDisease,
    /// <summary>Avian influenza and other animal disease.</summary>
    AnimalDisease,
    /// <summary>Food safety.</summary>
    FoodSafety,
    /// <summary>More people in a venue than it holds 人员聚集安全.</summary>
    CrowdOverload,
    /// <summary>Foreign nationals affected by an event 涉外.</summary>
    ForeignNationals,
    /// <summary>A commercial, sport or cultural event at a venue, which its operator filed 大型活动.</summary>
    MajorEvent,
}

/// <summary>Where a plan stands in the set: master, special, department and site plans 横向到边、纵向到底.</summary>
public enum PlanTier
{
    /// <summary>总体预案.</summary>
    Master,
    /// <summary>专项预案.</summary>
    Special,
    /// <summary>部门预案.</summary>
    Department,
    /// <summary>Plan of a site, unit or venue.</summary>
    Site,
}

/// <summary>How often a plan must be drilled (domain.md B6); the value stands in the jurisdiction package.</summary>
public enum DrillDuty
{
    /// <summary>Special plan of a government.</summary>
    Special,
    /// <summary>Plan of a department.</summary>
    Department,
    /// <summary>Government or regulator under the work-safety rule (生产安全事故应急条例 Art. 8).</summary>
    Regulator,
    /// <summary>High-risk unit or crowded place (生产安全事故应急条例 Art. 8).</summary>
    HighRiskUnit,
    /// <summary>Any other unit.</summary>
    Unit,
    /// <summary>School.</summary>
    School,
    /// <summary>Village or community.</summary>
    Village,
}

/// <summary>States of a plan version (domain.md C2).</summary>
public enum PlanVersionState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>Those it concerns are asked (突发事件应对法 Art. 28).</summary>
    InConsultation,
    /// <summary>Experts review it.</summary>
    InReview,
    /// <summary>Approved.</summary>
    Approved,
    /// <summary>Issued; filing is due within 20 working days.</summary>
    Issued,
    /// <summary>Filed with the level above (预案管理办法 Art. 26).</summary>
    Filed,
    /// <summary>In force: it can be activated.</summary>
    InForce,
    /// <summary>A newer version is being made; this one still holds.</summary>
    UnderRevision,
    /// <summary>A newer version is in force.</summary>
    Superseded,
    /// <summary>Withdrawn without a successor.</summary>
    Withdrawn,
}

/// <summary>States of an activation (domain.md C2).</summary>
public enum ActivationState
{
    /// <summary>Ready, not decided.</summary>
    Standby,
    /// <summary>Decided by a person, or by the plan itself where it pre-authorises.</summary>
    Authorised,
    /// <summary>Running; its tasks are issued.</summary>
    Active,
    /// <summary>Being wound down.</summary>
    StandingDown,
    /// <summary>Over.</summary>
    Ended,
    /// <summary>Not needed.</summary>
    Cancelled,
}

/// <summary>Why a checklist item cannot be ordered.</summary>
public enum UnplacedReason
{
    /// <summary>The jurisdiction tree knows none of the agencies that it names: it would reach nobody.</summary>
    UnknownAgency,
    /// <summary>Its place is not in the jurisdiction tree.</summary>
    UnknownPlace,
    /// <summary>A cordon or an evacuation that this incident gives no ground for.</summary>
    NoGround,
    /// <summary>Its content makes no order: a code that is none, an expiry that is missing or out of range.</summary>
    WrongContent,
}

/// <summary>Working-group templates (工作组). Closed.</summary>
public enum GroupKind
{
    /// <summary>综合协调.</summary>
    Coordination,
    /// <summary>抢险救援.</summary>
    Rescue,
    /// <summary>医疗救治.</summary>
    Medical,
    /// <summary>转移安置.</summary>
    EvacuationAndShelter,
    /// <summary>物资保障.</summary>
    Supplies,
    /// <summary>通信电力交通.</summary>
    CommunicationsPowerTransport,
    /// <summary>信息发布.</summary>
    PublicInformation,
    /// <summary>专家.</summary>
    Experts,
    /// <summary>善后.</summary>
    Aftercare,
    /// <summary>涉外.</summary>
    ForeignAffairs,
}

/// <summary>States of a working group (domain.md C2).</summary>
public enum GroupState
{
    /// <summary>Set up on paper.</summary>
    Formed,
    /// <summary>Has its head and posts.</summary>
    Staffed,
    /// <summary>Working.</summary>
    Operating,
    /// <summary>Released.</summary>
    Released,
}

/// <summary>States of a duty shift (domain.md C2).</summary>
public enum ShiftState
{
    /// <summary>On the roster.</summary>
    Planned,
    /// <summary>The one who takes it has confirmed.</summary>
    Confirmed,
    /// <summary>Keeping the watch.</summary>
    OnDuty,
    /// <summary>Handed over with a note.</summary>
    HandedOver,
    /// <summary>The next shift has taken over.</summary>
    Closed,
    /// <summary>It began without anyone who confirmed, or who confirmed did not come: an alarm.</summary>
    Uncovered,
}

/// <summary>States of the watch of a post.</summary>
public enum WatchState
{
    /// <summary>Somebody keeps it, and will for some hours.</summary>
    Covered,
    /// <summary>Nobody will keep it soon: an alarm.</summary>
    GapAhead,
    /// <summary>Nobody keeps it: an alarm.</summary>
    Gap,
    /// <summary>The agency needs no watch at this post any more.</summary>
    StoodDown,
}

/// <summary>Form of a drill.</summary>
public enum DrillForm
{
    /// <summary>桌面.</summary>
    Tabletop,
    /// <summary>实战.</summary>
    Live,
}

/// <summary>Scope of a drill.</summary>
public enum DrillScope
{
    /// <summary>单项: one function.</summary>
    SingleFunction,
    /// <summary>综合: several together.</summary>
    Comprehensive,
}

/// <summary>States of a drill (domain.md C2).</summary>
public enum DrillState
{
    /// <summary>Planned.</summary>
    Planned,
    /// <summary>Approved.</summary>
    Approved,
    /// <summary>Those taking part are briefed.</summary>
    Briefed,
    /// <summary>Being played.</summary>
    Running,
    /// <summary>Played to the end; evaluation is owed.</summary>
    Ended,
    /// <summary>Evaluated.</summary>
    Evaluated,
    /// <summary>Its findings are followed up.</summary>
    ImprovementTracked,
    /// <summary>Closed.</summary>
    Closed,
    /// <summary>Called off before it began.</summary>
    Cancelled,
    /// <summary>Broken off because of a real incident.</summary>
    Aborted,
}

/// <summary>States of an after-action review (domain.md C2).</summary>
public enum ReviewState
{
    /// <summary>Opened when the response ended.</summary>
    Opened,
    /// <summary>Agencies contribute.</summary>
    Collecting,
    /// <summary>Drafted; due 30 days after the response ended.</summary>
    Drafted,
    /// <summary>Those concerned have commented.</summary>
    Commented,
    /// <summary>Adopted; due 60 days after the response ended.</summary>
    Adopted,
    /// <summary>Its actions are followed up.</summary>
    Tracking,
    /// <summary>Every action is linked and carried out.</summary>
    Closed,
}

/// <summary>What carries out an action of a review.</summary>
public enum ReviewActionKind
{
    /// <summary>The next version of a plan.</summary>
    PlanRevision,
    /// <summary>A hazard on the register.</summary>
    Hazard,
    /// <summary>A training.</summary>
    Training,
    /// <summary>Stock.</summary>
    Stock,
}
