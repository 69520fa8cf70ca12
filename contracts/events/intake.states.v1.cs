namespace Coordination.Contracts.Events;

/// <summary>What a report is in its series (信息报告).</summary>
public enum ReportKind
{
    /// <summary>首报: fast, the first of a series.</summary>
    Initial,
    /// <summary>续报: what changed; numbered, repeats nothing.</summary>
    Supplement,
    /// <summary>终报: base facts, handling, current state, next steps.</summary>
    Final,
    /// <summary>核报: the verified final of a natural disaster.</summary>
    VerifiedFinal,
    /// <summary>零报告: nothing new, said all the same.</summary>
    Zero,
    /// <summary>Replaces a wrong report, which stays readable.</summary>
    Correction,
}

/// <summary>Who sent a report.</summary>
public enum ReportSource
{
    /// <summary>A member of the public.</summary>
    Public,
    /// <summary>Agency personnel on the scene.</summary>
    Scene,
    /// <summary>灾害信息员: reports objects and events only.</summary>
    DisasterReporter,
    /// <summary>An enterprise, school, hospital or other institution.</summary>
    Institution,
    /// <summary>A department or government.</summary>
    Agency,
    /// <summary>A sensor or another system.</summary>
    System,
}

/// <summary>How it came.</summary>
public enum ReportChannel
{
    /// <summary>By telephone; the text may follow.</summary>
    Phone,
    /// <summary>In writing.</summary>
    Written,
    /// <summary>Over this interface or the portal.</summary>
    Online,
}

/// <summary>States of a report (domain.md C1).</summary>
public enum ReportState
{
    /// <summary>Arrived; nobody has judged it.</summary>
    Received,
    /// <summary>A duty officer gave it a priority.</summary>
    Triaged,
    /// <summary>Being checked.</summary>
    Verifying,
    /// <summary>True.</summary>
    Verified,
    /// <summary>Not true, or nothing there.</summary>
    Unfounded,
    /// <summary>Says what another report already says.</summary>
    Duplicate,
    /// <summary>Handed to the agency that is competent (突发事件应对法 Art. 60).</summary>
    TransferredOut,
    /// <summary>Part of an incident.</summary>
    LinkedToIncident,
    /// <summary>Unfounded was wrong; to be checked again.</summary>
    Reopened,
}

/// <summary>What the content check found.</summary>
public enum ContentState
{
    /// <summary>Nothing is demanded of this sender.</summary>
    NotRequired,
    /// <summary>Every required field is there.</summary>
    Complete,
    /// <summary>Returned to the sender for the missing fields; the reporting clock runs on.</summary>
    Returned,
}

/// <summary>A field that a jurisdiction may require of a report (条例493 Art. 12; 铁路条例 Art. 16).</summary>
public enum ReportField
{
    /// <summary>When it happened.</summary>
    OccurredAt,
    /// <summary>Coordinate of the place.</summary>
    Coordinate,
    /// <summary>Place in words.</summary>
    PlaceText,
    /// <summary>Sub-type of the event.</summary>
    EventKind,
    /// <summary>Preliminary cause.</summary>
    Cause,
    /// <summary>Count of dead.</summary>
    DeadCount,
    /// <summary>Count of missing.</summary>
    MissingCount,
    /// <summary>Count of injured.</summary>
    InjuredCount,
    /// <summary>Count of trapped.</summary>
    TrappedCount,
    /// <summary>Estimate of the direct loss.</summary>
    LossEstimate,
    /// <summary>Scope and trend.</summary>
    Trend,
    /// <summary>Measures taken.</summary>
    Measures,
    /// <summary>Role of the leader on the scene.</summary>
    LeaderOnScene,
    /// <summary>Needs and requests.</summary>
    Needs,
    /// <summary>Contact on the scene.</summary>
    SceneContact,
    /// <summary>Who else was told, and when.</summary>
    Notified,
    /// <summary>Who signed.</summary>
    Signer,
    /// <summary>Rail: line, kilometre, train, passengers, goods, interruption.</summary>
    RailDetails,
}

/// <summary>How a message of the public came to its gateway.</summary>
public enum MessageChannel
{
    /// <summary>SMS.</summary>
    ShortMessage,
    /// <summary>E-mail.</summary>
    Email,
}

/// <summary>States of a message that a gateway handed over.</summary>
public enum MessageState
{
    /// <summary>It could not be read as a report: it waits for a person.</summary>
    Held,
    /// <summary>It is a report.</summary>
    Reported,
    /// <summary>A person has read it: nothing is reported.</summary>
    Dismissed,
}

/// <summary>Why a message is no report.</summary>
public enum DismissalReason
{
    /// <summary>Nothing is reported in it.</summary>
    NothingReported,
    /// <summary>Nobody can read it.</summary>
    Unreadable,
    /// <summary>It says what another message said.</summary>
    SaidBefore,
}

/// <summary>What it rests on that something was done before it could be entered.</summary>
public enum LateGround
{
    /// <summary>The log of telephone calls.</summary>
    PhoneLog,
    /// <summary>The log of a radio net.</summary>
    RadioLog,
    /// <summary>A sheet that was written and signed then.</summary>
    PaperRecord,
    /// <summary>A message that carries its own time: a text, a fax, an e-mail.</summary>
    MessageLog,
    /// <summary>A recording.</summary>
    Recording,
    /// <summary>Somebody's word, and nothing written.</summary>
    Witness,
}

/// <summary>The role that attests when something was done. Who holds it is in the record of the shift.</summary>
public enum AttestingRole
{
    /// <summary>Who kept the watch.</summary>
    DutyOfficer,
    /// <summary>Who led it.</summary>
    DutyLeader,
    /// <summary>Who led on the scene.</summary>
    SceneLeader,
    /// <summary>Who commanded.</summary>
    Commander,
    /// <summary>Head of the body, or deputy.</summary>
    HeadOfBody,
}

/// <summary>What was done to a report before it could be entered.</summary>
public enum ReportAct
{
    /// <summary>It was made.</summary>
    Reported,
    /// <summary>Its sender supplied what was missing.</summary>
    Completed,
    /// <summary>The handling agency said that it had it.</summary>
    Acknowledged,
    /// <summary>It was given a priority.</summary>
    Triaged,
    /// <summary>It went up.</summary>
    Relayed,
    /// <summary>It was handed to the competent agency.</summary>
    Transferred,
    /// <summary>The person who reported was answered.</summary>
    Answered,
}

/// <summary>Which way things go.</summary>
public enum Trend
{
    /// <summary>Growing.</summary>
    Worsening,
    /// <summary>Neither.</summary>
    Steady,
    /// <summary>Shrinking.</summary>
    Easing,
    /// <summary>Nobody can say yet.</summary>
    Unknown,
}

/// <summary>How soon a report must be acted on.</summary>
public enum ReportPriority
{
    /// <summary>Lives are at stake.</summary>
    LifeSafety,
    /// <summary>Soon.</summary>
    Urgent,
    /// <summary>In turn.</summary>
    Routine,
}

/// <summary>Why a report is unfounded.</summary>
public enum UnfoundedReason
{
    /// <summary>Checked on the spot: nothing there.</summary>
    NothingFound,
    /// <summary>An alarm without cause.</summary>
    FalseAlarm,
    /// <summary>An exercise or test taken for real.</summary>
    ExerciseOrTest,
    /// <summary>An assembly, procession, picket, petition or dispute: no hazard, so not for this service.</summary>
    NotAHazard,
}

/// <summary>Why a contact was opened. Nothing else is a reason.</summary>
public enum ContactPurpose
{
    /// <summary>To bring help.</summary>
    Rescue,
    /// <summary>To check the report.</summary>
    Verification,
    /// <summary>To answer the person.</summary>
    Reply,
}

/// <summary>Why a contact was destroyed (突发事件应对法 Art. 85).</summary>
public enum DestructionReason
{
    /// <summary>Its retention time is over.</summary>
    RetentionEnded,
    /// <summary>It is needed no longer.</summary>
    NoLongerNeeded,
    /// <summary>The person asked for it.</summary>
    OnRequest,
}

/// <summary>A duty to report at set times.</summary>
public enum ReportingDutyKind
{
    /// <summary>24-hour zero report until the situation is stable: county 09:00, city 10:00, province 12:00.</summary>
    ZeroReport,
    /// <summary>Daily situation report after shift change, 18:00.</summary>
    DailyReport,
    /// <summary>Drought: every 10 days.</summary>
    DroughtReport,
}

/// <summary>States of a reporting duty.</summary>
public enum ReportingDutyState
{
    /// <summary>Owed at each cut-off.</summary>
    Running,
    /// <summary>No longer owed.</summary>
    Ended,
}

/// <summary>States of a correlation (domain.md C1). A person decides each.</summary>
public enum CorrelationState
{
    /// <summary>Looks alike; nobody has decided.</summary>
    Proposed,
    /// <summary>One event.</summary>
    Confirmed,
    /// <summary>Two events.</summary>
    Rejected,
    /// <summary>Confirmed was wrong; taken apart.</summary>
    Split,
}

/// <summary>What a report is compared with.</summary>
public enum CorrelationTarget
{
    /// <summary>Another report.</summary>
    Report,
    /// <summary>A registered hazard.</summary>
    Hazard,
}

/// <summary>Why two things may belong together; with the score, the whole explanation.</summary>
public enum CorrelationReason
{
    /// <summary>Same kind of event.</summary>
    SameKind,
    /// <summary>Same category, kind not known.</summary>
    SameCategory,
    /// <summary>Within the distance that the package names.</summary>
    NearInPlace,
    /// <summary>Same area code, coordinates not known.</summary>
    SameArea,
    /// <summary>Within the time that the package names.</summary>
    NearInTime,
    /// <summary>The hazard is of a kind that leads to such events.</summary>
    HazardLeadsToIt,
    /// <summary>A person saw it.</summary>
    SeenByOfficer,
}

/// <summary>A value on which two correlated reports differ; both stay.</summary>
public enum ConflictField
{
    /// <summary>When it happened.</summary>
    OccurredAt,
    /// <summary>Where.</summary>
    Place,
    /// <summary>Sub-type.</summary>
    EventKind,
    /// <summary>Dead.</summary>
    Dead,
    /// <summary>Missing.</summary>
    Missing,
    /// <summary>Injured.</summary>
    Injured,
    /// <summary>Trapped.</summary>
    Trapped,
    /// <summary>Evacuated.</summary>
    Evacuated,
}
