using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>A request for resources of an incident, as its requester last told it. Replaced by whatever is newer.</summary>
internal sealed class KnownNeed
{
    /// <summary>The request.</summary>
    public Guid Id { get; set; }
    public Guid? ExerciseId { get; set; }
    public Guid IncidentId { get; set; }
    public List<RequestedLine> Lines { get; set; } = [];
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Keeps the newest picture of each request.</summary>
internal sealed class OnRequestChanged(CommandDb db) : IHandle<RequestChanged>
{
    public async Task HandleAsync(RequestChanged e, EventContext context, CancellationToken ct)
    {
        if (e.IncidentId is not { } incident) return;
        if (await db.KnownNeeds.FindAsync([e.RequestId], ct) is not { } need) db.Add(need = new() { Id = e.RequestId, ExerciseId = context.Exercise, IncidentId = incident });
        if (e.ChangedAt < need.ChangedAt) return;
        (need.Lines, need.ChangedAt) = ([.. e.Lines], e.ChangedAt);
    }
}
