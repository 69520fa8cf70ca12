using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Oversight.ClockBoard;

/// <summary>The newest state of one clock of some service.</summary>
internal sealed class BoardClock
{
    private BoardClock() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public string Source { get; private set; } = "";
    public string Key { get; private set; } = "";
    public Guid EntityId { get; private set; }
    public Guid Subject { get; private set; }
    public int Occurrence { get; private set; }
    public ClockState State { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? WarnedAt { get; private set; }
    public DateTimeOffset? MetAt { get; private set; }
    public DateTimeOffset? BreachedAt { get; private set; }

    public static BoardClock New(Guid id, Guid? exercise, string source) => new() { Id = id, ExerciseId = exercise, Source = source };

    public void Take(ClockChanged e, Guid subject) =>
        (Key, EntityId, Subject, Occurrence, State, StartedAt, DueAt, WarnedAt, MetAt, BreachedAt) =
        (e.Key, e.EntityId, subject, e.Occurrence, e.State, e.StartedAt, e.DueAt, e.WarnedAt, e.MetAt, e.BreachedAt);
}

/// <summary>The board follows every clock of the region.</summary>
internal sealed class OnClockChanged(OversightDb db) : IHandle<ClockChanged>
{
    public async Task HandleAsync(ClockChanged e, EventContext context, CancellationToken ct)
    {
        var clock = await db.Clocks.FindAsync([e.ClockId], ct);
        if (clock is null) db.Add(clock = BoardClock.New(e.ClockId, context.Exercise, context.Source));
        clock.Take(e, context.Subject);
    }
}
