using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.HeadCounts;

/// <summary>A team is silent: the commander and the team's agency are told.</summary>
internal sealed class OnHeadCountUnanswered(CommandDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.HeadCountRounds.FindAsync([clock.EntityId], ct) is not { } round || round.Miss() is not null) return;
        var commander = await db.CommanderAsync(round.IncidentId, clock.DueAt, ct);
        db.Append(round.IncidentId, round.Changed(clock.DueAt));
        foreach (var team in round.Silent) db.Append(round.IncidentId, new HeadCountMissed(round.Id, round.IncidentId, team.Agency, team.Team, commander, clock.DueAt));
    }
}
