using Coordination.Contracts.Events;
using Coordination.Mediation.Sessions;
using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>What every end without agreement brings: its clocks stop, the month counts it, and a rights notice is owed.</summary>
internal sealed class Leaving(MediationDb db, Clocks clocks, MonthCount month, Call call)
{
    private static readonly string[] Duties = ["mediation.screen", "mediation.accept", "mediation.completion"];

    public async Task<Refusal?> LeaveAsync(Case left, CancellationToken ct)
    {
        foreach (var duty in Duties)
            if (await clocks.FindAsync(duty, left.Id, ct) is { State: ClockState.Scheduled or ClockState.Running or ClockState.Paused })
                await clocks.CancelAsync(duty, left.Id, ct);
        foreach (var session in await db.SessionsAsync(left.Id, ct)) session.EndWithCase(call.Now);
        if (left.OwesRightsNotice) clocks.Start("mediation.rights-notice", left.Id, left.Id, call.Now);
        month.Count(left.Kind, left.State switch
        {
            CaseState.ReferredOut => MediationOutcome.ReferredOut,
            CaseState.NoAgreement => MediationOutcome.NotAgreed,
            CaseState.Breached => MediationOutcome.Breached,
            _ => MediationOutcome.Withdrawn,
        });
        return null;
    }
}
