using Coordination.Platform;

namespace Coordination.Intake.Messages;

/// <summary>The time for which the sender of a held message is kept is nearly over: it is destroyed before it is due (突发事件应对法 Art. 85).</summary>
internal sealed class OnSenderRetentionEnding(IntakeDb db, Call call, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Messages.FindAsync([clock.EntityId], ct) is not { } message) return;
        message.Forget();
        await clocks.StopAsync(clock.Key, message.Id, call.Now, ct);
    }
}
