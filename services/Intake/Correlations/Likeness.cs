using Coordination.Contracts.Events;
using Coordination.Intake.Hazards;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Correlations;

/// <summary>Looks for what a new report may belong to, and proposes it to a person.</summary>
internal static class Likeness
{
    private const int Most = 5, Looked = 200;

    internal static async Task ProposeAsync(Report report, IntakeDb db, Clocks clocks, CorrelationRule rule, CancellationToken ct)
    {
        var found = await FindAsync(report, db, rule, ct);
        // Those of the other report hear of it too.
        var others = found.Where(c => c.Target == CorrelationTarget.Report).Select(c => c.TargetId).ToArray();
        if (others.Length > 0) await db.Reports.Where(r => others.Contains(r.Id)).LoadAsync(ct);
        foreach (var correlation in found) Propose(correlation, report, db, clocks);
    }

    /// <summary>What a report may belong to and is not compared with yet, the likest first.</summary>
    internal static async Task<IReadOnlyList<IncidentCorrelation>> FindAsync(Report report, IntakeDb db, CorrelationRule rule, CancellationToken ct)
    {
        var known = await db.Correlations.AsNoTracking().Where(c => c.ReportId == report.Id || c.TargetId == report.Id).ToListAsync(ct);
        var (south, north, west, east) = Box(report, rule.RadiusMetres);
        var reports = await Candidates.OfAsync(report, db, rule, ct);
        var hazards = await db.Hazards.AsNoTracking()
            .Where(h => h.State != HazardState.Closed && h.State != HazardState.BecameIncident && h.ExerciseId == report.ExerciseId
                && (h.AreaCode == report.AreaCode || (h.Latitude >= south && h.Latitude <= north && h.Longitude >= west && h.Longitude <= east)))
            .OrderByDescending(h => h.Id).Take(Looked).ToListAsync(ct);
        // Of those that are as alike the nearest come first.
        return [.. reports.OrderBy(r => r.Where().MetresTo(report.Where()) ?? double.MaxValue).Select(r => Score(report, r, rule, report.ReceivedAt)).Concat(hazards.Select(h => Score(report, h, rule, report.ReceivedAt)))
            .Where(c => c.Score >= rule.Threshold && !known.Exists(k => k.ReportId == c.TargetId || k.TargetId == c.TargetId))
            .OrderByDescending(c => c.Score).Take(Most)];
    }

    internal static void Propose(IncidentCorrelation correlation, Report report, IntakeDb db, Clocks clocks)
    {
        db.Add(correlation);
        // Those of an incident are not told what may belong together in it: the clock is about the correlation.
        clocks.Start("correlation.decide", correlation.Id, correlation.Id, correlation.ProposedAt);
        db.Append(report.Subject(), new CorrelationProposed(
            correlation.Id, correlation.ReportId, correlation.Target, correlation.TargetId, correlation.Score, correlation.Reasons,
            [.. correlation.Values.Select(v => v.Field)], correlation.ProposedAt));
    }

    /// <summary>Reasons why two reports may be of one event, and where they differ.</summary>
    internal static IncidentCorrelation Score(Report report, Report other, CorrelationRule rule, DateTimeOffset at, params CorrelationReason[] more)
    {
        var (a, b) = (report.Facts(), other.Facts());
        var reasons = new List<CorrelationReason>(more);
        if (a.Kind is { } kind && kind == b.Kind) reasons.Add(CorrelationReason.SameKind);
        else if (a.Category == b.Category && (a.Kind is null || b.Kind is null)) reasons.Add(CorrelationReason.SameCategory);
        AddPlace(reasons, report.Where(), other.Where(), rule);
        if (((a.OccurredAt ?? a.KnownAt) - (b.OccurredAt ?? b.KnownAt)).Duration().TotalMinutes <= rule.WindowMinutes) reasons.Add(CorrelationReason.NearInTime);
        return IncidentCorrelation.Propose(Guid.CreateVersion7(), report.ExerciseId, report.Id, CorrelationTarget.Report, other.Id, Sum(reasons, rule), reasons,
            Conflicts.Between(report, other), at);
    }

    /// <summary>Reasons why a report may be of what a registered hazard warned of.</summary>
    internal static IncidentCorrelation Score(Report report, Hazard hazard, CorrelationRule rule, DateTimeOffset at, params CorrelationReason[] more)
    {
        var reasons = new List<CorrelationReason>(more);
        if (report.Facts().Kind is { } kind && rule.Leads.Any(l => l.Hazard == hazard.Kind && l.Kinds.Contains(kind))) reasons.Add(CorrelationReason.HazardLeadsToIt);
        AddPlace(reasons, report.Where(), hazard.Where(), rule);
        return IncidentCorrelation.Propose(Guid.CreateVersion7(), report.ExerciseId, report.Id, CorrelationTarget.Hazard, hazard.Id, Sum(reasons, rule), reasons, [], at);
    }

    private static void AddPlace(List<CorrelationReason> reasons, Place a, Place b, CorrelationRule rule)
    {
        if (a.MetresTo(b) is { } metres)
        {
            if (metres <= rule.RadiusMetres) reasons.Add(CorrelationReason.NearInPlace);
        }
        else if (a.AreaCode == b.AreaCode)
        {
            reasons.Add(CorrelationReason.SameArea);
        }
    }

    /// <summary>Degrees around the report that hold the radius; all null without a coordinate, which nothing lies in.</summary>
    private static (double? South, double? North, double? West, double? East) Box(Report report, double metres)
    {
        if (report.Latitude is not { } lat || report.Longitude is not { } lon) return default;
        var (high, wide) = Cells.Reach(lat, metres);
        return (lat - high, lat + high, lon - wide, lon + wide);
    }

    private static int Sum(List<CorrelationReason> reasons, CorrelationRule rule) => Math.Min(100, reasons.Sum(rule.Weight));
}
