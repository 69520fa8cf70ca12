using Coordination.Platform;

namespace Coordination.Command.Transfers;

/// <summary>The incoming commander did not answer in time: the transfer lapses, command stays where it is.</summary>
internal sealed class OnTransferNotAccepted(CommandDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.CommandTransfers.FindAsync([clock.EntityId], ct) is not { } transfer || transfer.Lapse() is not null) return;
        db.Append(transfer.IncidentId, transfer.Changed(clock.DueAt));
    }
}
