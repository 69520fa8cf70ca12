using Coordination.Mediation.Sessions;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

/// <summary>The time for keeping words is over: they are destroyed, unless they are held; then the clock runs on to the end of the hold.</summary>
internal sealed class OnRetentionOver(MediationDb db, Clocks clocks, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Cases.FindAsync([clock.EntityId], ct) is not { DestroyedAt: null } found) return;
        if (found.HeldUntil is { } until && until > call.Now)
        {
            clocks.Start(clock.Key, found.Id, found.Id, call.Now, due: until, occurrence: clock.Occurrence + 1);
            return;
        }
        found.DestroyPersonalData(call.Now);
        foreach (var party in await db.PartiesAsync(found.Id, ct)) party.DestroyPersonalData();
        foreach (var session in await db.SessionsAsync(found.Id, ct)) session.DestroyWords();
        foreach (var note in await db.CaucusNotes.Where(n => n.CaseId == found.Id).ToListAsync(ct)) note.Destroy();
        foreach (var agreement in await db.Agreements.Where(a => a.CaseId == found.Id).ToListAsync(ct)) agreement.DestroyWords();
        foreach (var item in await db.Evidence.Where(i => i.CaseId == found.Id).ToListAsync(ct)) item.DestroyWords();
    }
}
