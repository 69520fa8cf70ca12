using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>A duty roster.</summary>
public sealed record RosterView(Guid Id, int Version, Guid? ExerciseId, string Agency, string Post, DateTimeOffset From, DateTimeOffset Until) : IVersioned
{
    internal static RosterView Of(DutyRoster r) => new(r.Id, r.Version, r.ExerciseId, r.Agency, r.Post, r.From, r.Until);
}

/// <summary>A duty shift.</summary>
public sealed record ShiftView(
    Guid Id, int Version, Guid? ExerciseId, ShiftState State, Guid RosterId, string Agency, Guid? Replaces, DateTimeOffset From, DateTimeOffset Until,
    DateTimeOffset? TakenAt, DateTimeOffset? HandedOverAt, HandoverNote? Note) : IVersioned
{
    internal static ShiftView Of(DutyShift s) => new(
        s.Id, s.Version, s.ExerciseId, s.State, s.RosterId, s.Agency, s.Replaces, s.From, s.Until, s.TakenAt, s.HandedOverAt, s.Note);
}

/// <summary>What the region is told of the watch: no note.</summary>
internal static class RosterEvents
{
    public static ShiftChanged Changed(this DutyShift s, DateTimeOffset at) => new(
        s.Id, s.RosterId, s.Agency, s.State, s.From, s.Until, s.Note?.OpenIncidents.Count, s.Note?.RunningClocks.Count, at);

    /// <summary>A handover is due at the end of a shift, with some minutes of grace.</summary>
    public static void StartHandover(this Clocks clocks, DutyShift shift) => clocks.Start("shift.handover", shift.Id, shift.RosterId, shift.Until);
}
