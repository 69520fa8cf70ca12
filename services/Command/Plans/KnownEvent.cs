using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>Command's own picture of an event that its operator filed: times and counts.</summary>
internal sealed class KnownEvent
{
    /// <summary>The event notice.</summary>
    public Guid Id { get; set; }
    public Guid? ExerciseId { get; set; }
    public EventNoticeState State { get; set; }
    public int Capacity { get; set; }
    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset EndsAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Withdrawn before it began. One that is withdrawn later took place, and is reviewed.</summary>
    public bool IsCalledOff => State == EventNoticeState.Withdrawn && ChangedAt < StartsAt;
}

/// <summary>Keeps the newest of each notice. Where the event does not take place, its plans owe nothing.</summary>
internal sealed class OnEventNoticeChanged(CommandDb db, EventPlanClocks clocks) : IHandle<EventNoticeChanged>
{
    public async Task HandleAsync(EventNoticeChanged e, EventContext context, CancellationToken ct)
    {
        if (await db.KnownEvents.FindAsync([e.EventNoticeId], ct) is not { } known) db.Add(known = new KnownEvent { Id = e.EventNoticeId, ExerciseId = context.Exercise });
        if (e.ChangedAt < known.ChangedAt) return;
        (known.State, known.Capacity, known.StartsAt, known.EndsAt, known.ChangedAt) = (e.State, e.Capacity, e.StartsAt, e.EndsAt, e.ChangedAt);
        if (known.IsCalledOff) await clocks.WithdrawnAsync(e.EventNoticeId, ct);
    }
}
