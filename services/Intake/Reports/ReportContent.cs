using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Reports;

/// <summary>What a report says (条例493 Art. 12; 铁路条例 Art. 16). It is about an event, a place or objects, and counts people.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="EventKind">Sub-type.</param>
/// <param name="EventCode">Code of the warning system.</param>
/// <param name="Casualties">Counts, at most one of a kind.</param>
/// <param name="SuspectedGrade">Grade that the reporting body supposes; none for public safety (突发事件应对法 Art. 3).</param>
/// <param name="Trend">Which way it goes.</param>
/// <param name="Situation">The situation in words.</param>
/// <param name="Cause">Preliminary cause in words.</param>
/// <param name="LossMinor">Estimate of the direct loss in minor units of the currency.</param>
/// <param name="Measures">Measures taken, in words.</param>
/// <param name="Needs">Needs and requests, in words.</param>
/// <param name="LeaderRole">Role of the leader on the scene; not a name.</param>
/// <param name="Notified">Who else was told, and when.</param>
/// <param name="SignedBy">Role that signed; not a name.</param>
/// <param name="Rail">Rail details.</param>
public sealed record ReportContent(
    [property: NotInFuture] DateTimeOffset? OccurredAt = null, EventKind? EventKind = null, [property: Text(10)] string? EventCode = null,
    [property: Items(0, 5)] IReadOnlyList<CasualtyCount>? Casualties = null, IncidentGrade? SuspectedGrade = null, Trend? Trend = null,
    [property: Text(4000)] string? Situation = null, [property: Text(2000)] string? Cause = null, [property: Range(0L, 1_000_000_000_000_000L)] long? LossMinor = null,
    [property: Text(2000)] string? Measures = null, [property: Text(2000)] string? Needs = null, [property: Text(100)] string? LeaderRole = null,
    [property: Items(0, 50)] IReadOnlyList<NotifiedAgency>? Notified = null, [property: Text(100)] string? SignedBy = null, RailDetails? Rail = null)
{
    /// <summary>This, with the gaps filled from the other. What was said stays said.</summary>
    internal ReportContent Completed(ReportContent by) => new(
        OccurredAt ?? by.OccurredAt, EventKind ?? by.EventKind, EventCode ?? by.EventCode, Union(by.Casualties), SuspectedGrade ?? by.SuspectedGrade,
        Trend ?? by.Trend, Situation ?? by.Situation, Cause ?? by.Cause, LossMinor ?? by.LossMinor, Measures ?? by.Measures, Needs ?? by.Needs,
        LeaderRole ?? by.LeaderRole, Notified ?? by.Notified, SignedBy ?? by.SignedBy, Rail ?? by.Rail);

    internal Refusal? Refuse(string pointer, IncidentCategory category)
    {
        if (Code.RefuseEvent(pointer, EventCode, EventKind, category) is { } no) return no;
        if (SuspectedGrade is not null && category == IncidentCategory.PublicSafety)
            return Refusal.Invalid($"{pointer}/suspectedGrade", "no-grade-for-public-safety", "Events of public safety carry no grade.");
        if (Casualties is { } counts && counts.DistinctBy(c => c.Kind).Count() != counts.Count)
            return Refusal.Invalid($"{pointer}/casualties", "one-of-a-kind", "Each kind of casualty is counted once.");
        for (var i = 0; i < (Notified?.Count ?? 0); i++)
            if (Code.Refuse($"{pointer}/notified/{i}/agency", Notified![i].Agency) is { } bad) return bad;
        return null;
    }

    internal bool Counts(CasualtyKind kind) => Casualties?.Any(c => c.Kind == kind) == true;

    private IReadOnlyList<CasualtyCount>? Union(IReadOnlyList<CasualtyCount>? more) =>
        more is null ? Casualties : [.. Casualties ?? [], .. more.Where(m => !Counts(m.Kind))];
}

/// <summary>An agency that was told.</summary>
/// <param name="Agency">Agency code.</param>
/// <param name="At">When.</param>
public sealed record NotifiedAgency([property: Text(64)] string Agency, [property: NotInFuture] DateTimeOffset At);

/// <summary>What a railway adds (铁路条例 Art. 16).</summary>
/// <param name="Line">Line.</param>
/// <param name="Kilometre">Kilometre of the line.</param>
/// <param name="Trains">Train numbers.</param>
/// <param name="Passengers">Passengers on board, a count.</param>
/// <param name="HazardousGoods">True when hazardous goods are on board.</param>
/// <param name="TrafficInterrupted">True when traffic is interrupted.</param>
public sealed record RailDetails(
    [property: Text(100)] string Line, [property: Range(0.0, 100_000.0)] double Kilometre, [property: Text(100)] string? Trains = null,
    [property: Range(0, 100_000)] int? Passengers = null, bool HazardousGoods = false, bool TrafficInterrupted = false);
