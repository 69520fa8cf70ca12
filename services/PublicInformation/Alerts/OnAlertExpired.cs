using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>An alert ran out: it ended, and nobody cancelled it.</summary>
internal sealed class OnAlertExpired(PublicInformationDb db, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([clock.EntityId], ct) is not { } alert || alert.Expire(call.Now) is not null) return;
        db.Append(alert.IncidentId ?? alert.Id, new AlertEnded(alert.Id, alert.IncidentId, alert.State, null, call.Now));
    }
}
