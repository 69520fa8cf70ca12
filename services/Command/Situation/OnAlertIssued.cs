using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>Keeps alerts that were issued. One that cancels another is no warning itself.</summary>
internal sealed class OnAlertIssued(CommandDb db) : IHandle<AlertIssued>
{
    public async Task HandleAsync(AlertIssued e, EventContext context, CancellationToken ct)
    {
        if (e.IncidentId is not { } incident || e.MessageType == AlertMessageType.Cancel || await db.KnownAlerts.FindAsync([e.AlertId], ct) is not null) return;
        db.Add(new KnownAlert
        {
            Id = e.AlertId, ExerciseId = context.Exercise, IncidentId = incident, Severity = e.Severity, Kind = e.Kind, Areas = [.. e.Areas], Sent = e.Sent, Expires = e.Expires,
        });
    }
}
