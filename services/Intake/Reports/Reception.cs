using Coordination.Contracts.Events;
using Coordination.Intake.Correlations;
using Coordination.Intake.Duties;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Reports;

/// <summary>What happens when a report arrives, by whichever door: its events, its clocks, which duty it meets.</summary>
internal sealed class Reception(IntakeDb db, Call call, Clocks clocks, IntakeRules rules)
{
    /// <summary>Number of the clock that the sender's tier owes, and of the one that the receiver's tier owes.</summary>
    private const int Sender = 0, Receiver = 1;

    internal async Task TakeAsync(Report report, CancellationToken ct)
    {
        db.Add(report);
        db.Append(report.Subject(), new ReportReceived(
            report.Id, report.SeriesId, report.IncidentId, report.Kind, report.Number, report.Source, report.Channel, report.Tier, report.ToTier,
            report.FromAgency, report.Agency, report.Facts(), report.Check, report.OutageFrom, report.OutageUntil, report.ReceivedAt,
            report.LateEntries?.Find(e => e.Act == ReportAct.Reported)?.Fact(), report.IsAside()));
        if (report.Check == ContentState.Returned)
            db.Append(report.Subject(), new ReportReturned(report.Id, report.FromAgency, report.Missing, report.ReceivedAt));
        if (report.HasContact()) clocks.Start("report.contact-retention", report.Id, report.Id, report.ReceivedAt);
        if (report is { Source: ReportSource.Public, ReporterContact: not null }) clocks.Start("report.reply", report.Id, report.Subject(), report.ReceivedAt);
        if (report.IsAside()) clocks.Start("report.look", report.Id, report.Subject(), report.ReceivedAt);
        else if (report.Kind != ReportKind.Zero) await OweAsync(report, ct);
        await MeetDutiesAsync(report, ct);
    }

    /// <summary>An officer has looked at what was set aside, and it is a report like any other.</summary>
    internal async Task TakeUpAsync(Report report, CancellationToken ct)
    {
        await clocks.StopAsync("report.look", report.Id, call.Now, ct);
        if (report.State == ReportState.Received) clocks.Start("report.triage", report.Id, report.Subject(), call.Now);
        await Likeness.ProposeAsync(report, db, clocks, rules.Correlation, ct);
    }

    /// <summary>The content is whole since that moment: the sender has done its duty, the receiver's begins, when it has it.</summary>
    internal async Task AcceptAsync(Report report, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("report.upward", report.Id, at, ct, Sender);
        if (report.RelayedAt is null && report.ToTier is { } tier && rules.Chain.Climbs(tier, report.Content.SuspectedGrade)) await OweUpwardAsync(report, tier, ct);
    }

    /// <summary>It went up at that moment: the receiver has done its duty. What the sender still owes of a report that was returned runs on.</summary>
    internal async Task PassedOnAsync(Report report, DateTimeOffset at, CancellationToken ct)
    {
        if (await clocks.FindAsync("report.upward", report.Id, ct) is { Occurrence: >= Receiver } owed)
            await clocks.StopAsync("report.upward", report.Id, at, ct, owed.Occurrence);
    }

    /// <summary>The receiver's tier must report up from the moment it knew, unless it already owes that.</summary>
    internal async Task OweUpwardAsync(Report report, JurisdictionTier tier, CancellationToken ct)
    {
        if (await clocks.FindAsync("report.upward", report.Id, ct, Receiver) is null)
            clocks.Start("report.upward", report.Id, report.Subject(), report.ReceivedAt, Scope(report, tier), occurrence: Receiver);
    }

    /// <summary>What was given up as unfounded is owed again, from now.</summary>
    internal async Task ReopenAsync(Report report, CancellationToken ct)
    {
        if (report.Check == ContentState.Returned || report.ToTier is not { } tier || !rules.Chain.Climbs(tier, report.Content.SuspectedGrade)) return;
        if (await clocks.FindAsync("report.upward", report.Id, ct) is { State: ClockState.Cancelled } last)
            clocks.Start("report.upward", report.Id, report.Subject(), call.Now, Scope(report, tier), occurrence: last.Occurrence + 1);
    }

    internal async Task EndAsync(Report report, CancellationToken ct)
    {
        await clocks.CancelRunningAsync("report.upward", report.Id, ct);
        await clocks.CancelRunningAsync("report.transfer", report.Id, ct);
    }

    private async Task OweAsync(Report report, CancellationToken ct)
    {
        clocks.Start("report.acknowledge", report.Id, report.Subject(), report.ReceivedAt);
        if (report.Origin == ReportOrigin.Copied) return;
        clocks.Start("report.triage", report.Id, report.Subject(), report.ReceivedAt);
        if (report.Source != ReportSource.Public && (report.Origin == ReportOrigin.Sent || report is { Origin: ReportOrigin.Transferred, Check: ContentState.Returned }))
            clocks.Start("report.upward", report.Id, report.Subject(), report.KnownAt, Scope(report, report.Tier), occurrence: Sender);
        if (report.Check == ContentState.Complete) await AcceptAsync(report, report.SentAt(), ct);
        if (report is { Kind: ReportKind.Final, Category: IncidentCategory.NaturalDisaster, ToTier: { } upper }) await OweVerifiedAsync(report, upper, ct);
        if (report.Kind == ReportKind.VerifiedFinal) await clocks.StopAsync("report.verified-final", report.SeriesId, report.SentAt(), ct, (int?)report.ToTier);
    }

    /// <summary>Each tier that a final report reaches owes the verified one in its own time (自然灾害情况统计制度 2006); the tier is the clock's number.</summary>
    private async Task OweVerifiedAsync(Report report, JurisdictionTier tier, CancellationToken ct)
    {
        if (await clocks.FindAsync("report.verified-final", report.SeriesId, ct, (int)tier) is null)
            clocks.Start("report.verified-final", report.SeriesId, report.Subject(), report.ReceivedAt, Scope(report, tier), occurrence: (int)tier);
    }

    private async Task MeetDutiesAsync(Report report, CancellationToken ct)
    {
        if (report.IncidentId is not { } incident || report.FromAgency is not { } agency) return;
        var duties = await db.ReportingDuties.IgnoreQueryFilters().Where(d => d.IncidentId == incident && d.Agency == agency && d.State == ReportingDutyState.Running).ToListAsync(ct);
        foreach (var duty in duties)
        {
            // One report a period: the next occurrence runs only from where this one is due. One that was missed is met by a report made in its time.
            var owed = report.ReportedAt is { } made ? await clocks.FindAtAsync(duty.ClockKey(), duty.Id, made, ct) : await clocks.FindAsync(duty.ClockKey(), duty.Id, ct);
            var missed = report.ReportedAt is not null && owed is { State: ClockState.Breached };
            if (owed is null || report.SentAt() < owed.StartedAt || (owed.State != ClockState.Running && !missed)) continue;
            await clocks.StopAsync(duty.ClockKey(), duty.Id, report.SentAt(), ct, owed.Occurrence);
            if (!missed) await duty.OweNextAsync(clocks, ct);
        }
    }

    private static ClockScope Scope(Report report, JurisdictionTier? tier) =>
        new(report.AreaCode, report.Category.ToString(), report.Content.SuspectedGrade?.ToString(), tier?.ToString(), null);
}
