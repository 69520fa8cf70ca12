using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Exercises;

/// <summary>An exercise and its time.</summary>
/// <param name="Speed">Exercise seconds per real second while it runs.</param>
/// <param name="ExerciseNow">Exercise time at <paramref name="RealNow"/>.</param>
public sealed record ExerciseView(
    Guid Id, int Version, ExerciseState State, string Name, double Speed, DateTimeOffset ExerciseNow, DateTimeOffset RealNow,
    IReadOnlyList<ExerciseSegment> Segments) : IVersioned
{
    internal static ExerciseView Of(Exercise e, DateTimeOffset real) => new(e.Id, e.Version, e.State, e.Name, e.Speed, e.At(real), real, e.Segments);
}
