using Coordination.Contracts.Events;

namespace Coordination.Client.Reports;

/// <summary>A report as it is sent.</summary>
/// <param name="Kind">What it is in its series.</param>
/// <param name="Source">Who sends it.</param>
/// <param name="Channel">How it comes.</param>
/// <param name="ToAgency">Agency that shall handle it.</param>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="KnownAt">When the reporting body learned of it.</param>
/// <param name="Content">What is said.</param>
/// <param name="Tier">Tier of the reporting body.</param>
/// <param name="ToTier">Tier of the receiving body.</param>
/// <param name="PriorReportId">The report before it in its series.</param>
/// <param name="IncidentId">The incident, where it is known.</param>
/// <param name="Contacts">Who can be asked. Contacts never leave the service that takes the report.</param>
/// <param name="Outage">An outage that held it back.</param>
/// <param name="Late">When it was made, where it is entered afterwards.</param>
public sealed record NewReport(
    ReportKind Kind, ReportSource Source, ReportChannel Channel, string ToAgency, IncidentCategory Category, Place Place, DateTimeOffset KnownAt, ReportContent Content,
    JurisdictionTier? Tier = null, JurisdictionTier? ToTier = null, Guid? PriorReportId = null, Guid? IncidentId = null, ReportContacts? Contacts = null, ReportOutage? Outage = null,
    LateAct? Late = null);

/// <summary>Where it happened.</summary>
/// <param name="AreaCode">Area, GB/T 2260 and its extension.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="Description">The place in words.</param>
public sealed record Place(string AreaCode, double? Latitude = null, double? Longitude = null, string? Description = null);

/// <summary>What is said. Only what is known: what is missing is asked for.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="EventKind">Sub-type.</param>
/// <param name="EventCode">Code of the warning system.</param>
/// <param name="Casualties">Counts, at most one of a kind.</param>
/// <param name="SuspectedGrade">Grade that the reporting body supposes.</param>
/// <param name="Trend">Which way it goes.</param>
/// <param name="Situation">The situation in words.</param>
/// <param name="Cause">The cause in words.</param>
/// <param name="LossMinor">Loss, in hundredths of the currency.</param>
/// <param name="Measures">What was done.</param>
/// <param name="Needs">What is needed.</param>
/// <param name="LeaderRole">Role of who leads on the scene.</param>
/// <param name="Notified">Agencies that know already.</param>
/// <param name="SignedBy">Role of who signed it.</param>
/// <param name="Rail">What a railway adds.</param>
public sealed record ReportContent(
    DateTimeOffset? OccurredAt = null, EventKind? EventKind = null, string? EventCode = null, IReadOnlyList<CasualtyCount>? Casualties = null,
    IncidentGrade? SuspectedGrade = null, Trend? Trend = null, string? Situation = null, string? Cause = null, long? LossMinor = null, string? Measures = null,
    string? Needs = null, string? LeaderRole = null, IReadOnlyList<NotifiedAgency>? Notified = null, string? SignedBy = null, RailDetails? Rail = null);

/// <summary>An agency that knows already.</summary>
/// <param name="Agency">Agency.</param>
/// <param name="At">Since when.</param>
public sealed record NotifiedAgency(string Agency, DateTimeOffset At);

/// <summary>What a railway adds to a report.</summary>
/// <param name="Line">Line.</param>
/// <param name="Kilometre">Place on it.</param>
/// <param name="Trains">Train numbers.</param>
/// <param name="Passengers">Count of passengers.</param>
/// <param name="HazardousGoods">Whether hazardous goods are involved.</param>
/// <param name="TrafficInterrupted">Whether traffic is interrupted.</param>
public sealed record RailDetails(string Line, double Kilometre, string? Trains = null, int? Passengers = null, bool HazardousGoods = false, bool TrafficInterrupted = false);

/// <summary>Who can be asked: names and numbers as given.</summary>
/// <param name="Reporter">Of who reports.</param>
/// <param name="Scene">On the scene.</param>
public sealed record ReportContacts(string? Reporter = null, string? Scene = null);

/// <summary>An outage of the link; evidence beside a late report.</summary>
/// <param name="From">Start.</param>
/// <param name="Until">End.</param>
public sealed record ReportOutage(DateTimeOffset From, DateTimeOffset Until);
