using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Transfers;

/// <summary>Transfers of an incident that can still take effect; one at most.</summary>
internal static class OpenTransfers
{
    public static IQueryable<CommandTransfer> Of(CommandDb db, Guid incident) => db.CommandTransfers.Where(t => t.IncidentId == incident
        && (t.State == TransferState.Proposed || t.State == TransferState.Briefed || t.State == TransferState.Accepted));

    /// <summary>They are overtaken: command passed in another way, or there is nothing left to command.</summary>
    public static async Task LapseAsync(CommandDb db, Clocks clocks, Guid incident, DateTimeOffset at, CancellationToken ct)
    {
        // Whoever overtakes may not see all of it.
        foreach (var transfer in await Of(db, incident).IgnoreQueryFilters().ToListAsync(ct))
        {
            if (transfer.Lapse() is not null) continue;
            await clocks.CancelAsync("transfer.accept", transfer.Id, ct);
            db.Append(incident, transfer.Changed(at));
        }
    }
}
