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

/// <summary>Keeps that an alert is over.</summary>
internal sealed class OnAlertEnded(CommandDb db) : IHandle<AlertEnded>
{
    public async Task HandleAsync(AlertEnded e, EventContext context, CancellationToken ct)
    {
        if (await db.KnownAlerts.FindAsync([e.AlertId], ct) is { } alert) alert.IsOver = true;
    }
}
