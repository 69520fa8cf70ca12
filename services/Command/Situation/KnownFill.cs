using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>What a supplier sends to an incident, as it was last told by either side. Replaced by whatever is newer.</summary>
internal sealed class KnownFill
{
    /// <summary>The fill.</summary>
    public Guid Id { get; set; }
    public Guid? ExerciseId { get; set; }
    public Guid IncidentId { get; set; }
    public Guid? LineId { get; set; }
    public FillState State { get; set; }
    public int Quantity { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Keeps the newest state of each fill.</summary>
internal sealed class OnFillMoved(CommandDb db) : IHandle<FillMoved>
{
    public async Task HandleAsync(FillMoved e, EventContext context, CancellationToken ct)
    {
        if (e.IncidentId is not { } incident) return;
        if (await db.KnownFills.FindAsync([e.FillId], ct) is not { } fill) db.Add(fill = new() { Id = e.FillId, ExerciseId = context.Exercise, IncidentId = incident });
        if (e.OccurredAt < fill.ChangedAt) return;
        (fill.LineId, fill.State, fill.Quantity, fill.ChangedAt) = (e.LineId, e.State, e.Quantity, e.OccurredAt);
    }
}
