using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>An alert to the public about an incident, while it may be in force.</summary>
internal sealed class KnownAlert
{
    /// <summary>The alert.</summary>
    public Guid Id { get; set; }
    public Guid? ExerciseId { get; set; }
    public Guid IncidentId { get; set; }
    public AlertSeverity Severity { get; set; }
    public EventKind Kind { get; set; }
    public List<string> Areas { get; set; } = [];
    public DateTimeOffset Sent { get; set; }
    public DateTimeOffset Expires { get; set; }
    /// <summary>Replaced, cancelled or run out.</summary>
    public bool IsOver { get; set; }
}

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

/// <summary>Keeps that an alert is over.</summary>
internal sealed class OnAlertEnded(CommandDb db) : IHandle<AlertEnded>
{
    public async Task HandleAsync(AlertEnded e, EventContext context, CancellationToken ct)
    {
        if (await db.KnownAlerts.FindAsync([e.AlertId], ct) is { } alert) alert.IsOver = true;
    }
}
