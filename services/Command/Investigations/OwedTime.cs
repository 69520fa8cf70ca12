using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Investigations;

/// <summary>What a clock of an investigation says now. Where a package of one's own is older than it, there is none, and nobody owes anything.</summary>
/// <param name="State">Its state.</param>
/// <param name="DueAt">When it is due.</param>
internal sealed record OwedTime(ClockState State, DateTimeOffset DueAt)
{
    public static OwedTime? Of(Clock? clock) => clock is null ? null : new(clock.State, clock.DueAt);

    /// <summary>Null while it runs: what ran out is neither stopped nor made longer, also when nothing has looked at it yet.</summary>
    public static Refusal? Refuse(OwedTime? time, DateTimeOffset now) => time switch
    {
        null => null,
        { State: ClockState.Running } when now <= time.DueAt => null,
        { State: ClockState.Running or ClockState.Breached } => new Refusal("time-ran-out", $"It was due at {time.DueAt:O}: a time that ran out is neither stopped nor made longer."),
        _ => new Refusal("time-not-running", $"Its time does not run: it is {time.State}."),
    };

    /// <summary>Null where it may be made longer: once, by so many days at most, and while it runs.</summary>
    public static Refusal? RefuseMore(OwedTime? time, int? before, int days, int most, DateTimeOffset now) =>
        before is not null ? new("extended-once", "Its time was made longer: once and no more (条例493 Art. 29, 32).")
        : days < 1 || days > most ? Refusal.Invalid("/days", "range", $"Must be between 1 and {most}.")
        : Refuse(time, now);
}
