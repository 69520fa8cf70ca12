using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

/// <summary>Finds a case for the committee that has it; to anyone else it does not exist.</summary>
internal static class CaseFile
{
    public static async Task<Case?> CaseAsync(this MediationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.Cases.FindAsync([id], ct) is { } found && found.Agency == call.Caller.Agency ? found : null;

    public static Task<List<Party>> PartiesAsync(this MediationDb db, Guid caseId, CancellationToken ct) =>
        db.Parties.Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync(ct);

    /// <summary>One more for the month. The subject is made up, so that nothing leads back to the case.</summary>
    public static void Count(this MediationDb db, Case @case, MediationOutcome outcome, Call call) =>
        db.Append(Guid.NewGuid(), new MediationCaseCounted(call.Now.Year, call.Now.Month, @case.Kind, outcome));

    /// <summary>The clocks of a case that end when it does.</summary>
    public static async Task StopClocksAsync(this Clocks clocks, Case @case, Call call, CancellationToken ct)
    {
        foreach (var key in (string[])["mediation.screen", "mediation.accept", "mediation.completion"])
            if (await clocks.FindAsync(key, @case.Id, ct) is { State: ClockState.Running or ClockState.Breached or ClockState.Paused }) await clocks.StopAsync(key, @case.Id, call.Now, ct);
    }
}
