using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>A duty roster, with on how many days its post answered when it was called, and did not.</summary>
public sealed record RosterView(Guid Id, int Version, Guid? ExerciseId, string Agency, string Post, DateTimeOffset From, DateTimeOffset Until, int TestsAnswered, int TestsUnanswered) : IVersioned
{
    internal static RosterView Of(DutyRoster r) => new(r.Id, r.Version, r.ExerciseId, r.Agency, r.Post, r.From, r.Until, r.TestsAnswered, r.TestsUnanswered);
}

/// <summary>A duty shift.</summary>
public sealed record ShiftView(
    Guid Id, int Version, Guid? ExerciseId, ShiftState State, Guid RosterId, string Agency, Guid? Replaces, DateTimeOffset From, DateTimeOffset Until,
    DateTimeOffset? TakenAt, DateTimeOffset? HandedOverAt, HandoverNote? Note) : IVersioned
{
    internal static ShiftView Of(DutyShift s) => new(
        s.Id, s.Version, s.ExerciseId, s.State, s.RosterId, s.Agency, s.Replaces, s.From, s.Until, s.TakenAt, s.HandedOverAt, s.Note);
}

/// <summary>The watch of a post.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="ExerciseId">Exercise it belongs to, or null.</param>
/// <param name="Agency">Agency that keeps it.</param>
/// <param name="Post">The post.</param>
/// <param name="State">Whether it is kept.</param>
/// <param name="CoveredUntil">Until when it is kept as far as is planned; where it is not, since when.</param>
/// <param name="GapFrom">Where the gap of the newest alarm begins or began, or null.</param>
/// <param name="GapUntil">When the next shift after that gap begins, or null while none is planned.</param>
public sealed record WatchView(
    Guid Id, int Version, Guid? ExerciseId, string Agency, string Post, WatchState State, DateTimeOffset CoveredUntil, DateTimeOffset? GapFrom,
    DateTimeOffset? GapUntil) : IVersioned
{
    internal static WatchView Of(DutyWatch w) => new(w.Id, w.Version, w.ExerciseId, w.Agency, w.Post, w.State, w.CoveredUntil, w.GapFrom, w.GapUntil);
}

/// <summary>What the region is told of the watch: no note.</summary>
internal static class RosterEvents
{
    public static ShiftChanged Changed(this DutyShift s, DateTimeOffset at) => new(
        s.Id, s.RosterId, s.Agency, s.State, s.From, s.Until, s.Note?.OpenIncidents.Count, s.Note?.RunningClocks.Count, at);

    public static DutyWatchChanged Changed(this DutyWatch w, DateTimeOffset at) => new(w.Id, w.Agency, w.State, w.GapFrom ?? w.CoveredUntil, w.GapUntil, at);

    /// <summary>Who confirmed is to be on duty when the shift begins, with some minutes of grace.</summary>
    public static void StartTaking(this Clocks clocks, DutyShift shift, DateTimeOffset at) =>
        clocks.Start("shift.take", shift.Id, shift.RosterId, shift.From > at ? shift.From : at);

    /// <summary>A handover is due at the end of a shift, with some minutes of grace.</summary>
    public static void StartHandover(this Clocks clocks, DutyShift shift) => clocks.Start("shift.handover", shift.Id, shift.RosterId, shift.Until);
}
