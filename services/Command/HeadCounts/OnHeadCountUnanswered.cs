using Coordination.Platform;

namespace Coordination.Command.HeadCounts;

/// <summary>A team is silent: the commander and the team's agency are told.</summary>
internal sealed class OnHeadCountUnanswered(CommandDb db, HeadCountClocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.HeadCountRounds.FindAsync([clock.EntityId], ct) is { } round) await clocks.MissAsync(round, ct);
    }
}
