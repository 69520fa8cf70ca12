using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Cap;

/// <summary>The time for which a document is kept that was not for all, or said nothing new, is nearly over: its bytes are destroyed before it is due, and their digest stays.</summary>
internal sealed class OnImportRetentionEnding(PublicInformationDb db, Call call, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.CapImports.FindAsync([clock.EntityId], ct) is not { } import) return;
        import.Forget();
        foreach (var message in await db.CapMessages.Where(m => m.ImportId == import.Id).ToListAsync(ct)) message.Forget();
        await clocks.StopAsync(clock.Key, import.Id, call.Now, ct);
    }
}
