namespace Coordination.Contracts.Events;

/// <summary>
/// The time of an exercise changed: it began, was paused, changed speed or jumped. Carries every segment so far,
/// so the newest version alone is enough. Subject: the exercise.
/// </summary>
/// <param name="ExerciseId">The exercise.</param>
/// <param name="Version">Grows by one with every change; an older version never replaces a newer one.</param>
/// <param name="Ended">True when the exercise is over: its clocks no longer run.</param>
/// <param name="Segments">In order of real start; never empty.</param>
/// <param name="ChangedAt">Real time of the change.</param>
[EventType("command.exercise-time-changed.v1", Label = Labels.Green)]
public sealed record ExerciseTimeChanged(
    Guid ExerciseId, int Version, bool Ended, IReadOnlyList<ExerciseSegment> Segments, DateTimeOffset ChangedAt) : IEvent;

/// <summary>A stretch of exercise time. From <paramref name="RealStart"/> on, exercise time runs from <paramref name="ExerciseStart"/> at <paramref name="Speed"/>.</summary>
/// <param name="RealStart">Real instant at which the stretch begins.</param>
/// <param name="ExerciseStart">Exercise instant at which the stretch begins; never before the end of the stretch before it.</param>
/// <param name="Speed">Exercise seconds per real second; 0 holds time.</param>
public sealed record ExerciseSegment(DateTimeOffset RealStart, DateTimeOffset ExerciseStart, double Speed);
