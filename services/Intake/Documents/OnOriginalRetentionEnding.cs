using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>The time for which a document's bytes and words are kept is nearly over: they are destroyed before it is due, and their digest stays.</summary>
internal sealed class OnOriginalRetentionEnding(IntakeDb db, Call call, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Documents.FindAsync([clock.EntityId], ct) is not { } document) return;
        document.Forget();
        await clocks.StopAsync(clock.Key, document.Id, call.Now, ct);
    }
}
