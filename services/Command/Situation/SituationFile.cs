using Coordination.Command.HeadCounts;
using Coordination.Command.Incidents;
using Coordination.Command.Periods;
using Coordination.Command.Recovery;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Situation;

/// <summary>Reads what the record holds of an incident, and makes the report of it.</summary>
internal sealed class SituationFile(CommandDb db, JurisdictionPackage package, Call call)
{
    private const int LastDecisions = 10;

    private static readonly WarningState[] WarningsInForce = [WarningState.InForce, WarningState.Adjusted];

    private static readonly ResponseLevelState[] LevelsInForce =
        [ResponseLevelState.InForce, ResponseLevelState.RaiseProposed, ResponseLevelState.LowerProposed, ResponseLevelState.EndProposed];

    public async Task<SituationReport> ReportAsync(Incident incident, CancellationToken ct)
    {
        var tallies = await db.TallyAsync(incident.Id, ct);
        List<CasualtyTallyView> shown = [];
        if (ReadCasualtyTally.By.Any(call.Caller.Has)) shown.AddRange(tallies.Select(CasualtyTallyView.Of));
        var needs = await db.KnownNeeds.AsNoTracking().Where(n => n.IncidentId == incident.Id).ToListAsync(ct);
        var fills = await db.KnownFills.AsNoTracking().Where(f => f.IncidentId == incident.Id).ToListAsync(ct);
        return new(
            Guid.CreateVersion7(), incident.OwnerAgency, "Report", new(incident.KnownAt, call.Now), incident.Title, [incident.Id], SituationDigest.Phase(incident),
            SituationDigest.Urgency(incident), SituationDigest.Severity(incident.Grade), SituationDigest.Confidence(tallies), incident.Jurisdiction,
            incident.IsOpen ? package.Section<SituationRules>("situation").NextAfter(call.Now, package.Calendar) : null, incident.ExerciseId is not null,
            new(await InformationAsync(incident, ct), shown, SituationDigest.Resources(needs, fills), await ManagementAsync(incident.Id, ct),
                await db.RecoveryAsync(incident.Id, call.Now, ct), await db.PeriodAsync(incident.Id, ct), await db.HeadCountAsync(incident.Id, ct)),
            await db.HeadAsync(ct));
    }

    private async Task<SituationInformation> InformationAsync(Incident i, CancellationToken ct)
    {
        var levels = await db.ResponseLevels.AsNoTracking().Where(l => l.IncidentId == i.Id && LevelsInForce.Contains(l.State)).OrderBy(l => l.Id)
            .Select(l => new LevelInForce(l.Jurisdiction, l.Level, l.ExpectedEnd)).ToListAsync(ct);
        var proposed = await db.GradeDecisions.AsNoTracking().Where(d => d.IncidentId == i.Id && d.State == Grades.GradeState.Proposed).OrderByDescending(d => d.Id)
            .Select(d => (IncidentGrade?)d.Grade).FirstOrDefaultAsync(ct);
        var now = call.Now;
        var alerts = await db.KnownAlerts.AsNoTracking().Where(a => a.IncidentId == i.Id && !a.IsOver && a.Expires > now).OrderBy(a => a.Id).ToListAsync(ct);
        var command = (await db.IncidentCommands.FindAsync([i.Id], ct))?.At(now);
        return new(
            i.State, i.Category, i.Kind, i.EventCode, i.Grade, proposed, i.OwnerAgency, i.Participants, command, levels, i.OccurredAt, i.KnownAt, i.ConfirmedAt, i.ResponseEndedAt,
            await WarningsAsync(i.Id, ct), [.. alerts.Select(a => new AlertLine(a.Kind, a.Severity, a.Areas, a.Expires))]);
    }

    private async Task<IReadOnlyList<WarningLine>> WarningsAsync(Guid incident, CancellationToken ct)
    {
        var warnings = await db.Warnings.AsNoTracking().Where(w => w.IncidentId == incident && WarningsInForce.Contains(w.State)).OrderBy(w => w.Id).ToListAsync(ct);
        var ids = warnings.Select(w => w.Id).ToList();
        var calls = await db.WarningCalls.AsNoTracking().Where(c => ids.Contains(c.WarningId)).ToListAsync(ct);
        return
        [
            .. warnings.Select(w => new WarningLine(
                w.Kind, w.Level, w.State, w.Areas, w.ExpiresAt, calls.Count(c => c.WarningId == w.Id),
                calls.Count(c => c.WarningId == w.Id && c.State == Warnings.WarningCallState.Answered))),
        ];
    }

    private async Task<ManagementSummary> ManagementAsync(Guid incident, CancellationToken ct)
    {
        var orders = await db.Orders.AsNoTracking().Where(o => o.IncidentId == incident).ToListAsync(ct);
        var clocks = await db.DutiesAsync(incident, package, ct);
        var activations = await db.Activations.AsNoTracking().Where(a => a.IncidentId == incident).ToListAsync(ct);
        var decisions = await db.LastAsync(incident, SituationDecisions.Types, LastDecisions, ct);
        return SituationDigest.Management(orders, clocks, activations.Sum(a => a.Unplaced?.Count ?? 0), decisions, call.Now, await db.RoundsAsync(incident, package, ct));
    }
}
