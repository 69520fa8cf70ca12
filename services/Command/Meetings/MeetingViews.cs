using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Meetings;

/// <summary>A meeting of agencies.</summary>
public sealed record MeetingView(
    Guid Id, int Version, MeetingState State, MeetingKind Kind, string Jurisdiction, Guid? IncidentId, string Matter, IReadOnlyList<string> Agenda, string CalledBy,
    IReadOnlyList<string> Agencies, IReadOnlyList<string> Attended, IReadOnlyList<string> Conclusions, DateTimeOffset CalledAt, DateTimeOffset StartsAt, DateTimeOffset? HeldAt,
    string? Reason, bool IsExercise) : IVersioned
{
    internal static MeetingView Of(Meeting m) => new(
        m.Id, m.Version, m.State, m.Kind, m.Jurisdiction, m.IncidentId, m.Matter, m.Agenda, m.CalledBy, m.Agencies, m.Attended, m.Conclusions, m.CalledAt, m.StartsAt, m.HeldAt, m.Reason,
        m.ExerciseId is not null);
}

/// <summary>What a meeting agreed that an agency does.</summary>
public sealed record MeetingActionView(
    Guid Id, int Version, MeetingActionState State, Guid MeetingId, string Text, string Agency, string CalledBy, DateTimeOffset DueAt, DateTimeOffset? DoneAt, string? VerifiedBy, string? Reason,
    bool IsExercise) : IVersioned
{
    internal static MeetingActionView Of(MeetingAction a) => new(
        a.Id, a.Version, a.State, a.MeetingId, a.Text, a.Agency, a.CalledBy, a.DueAt, a.DoneAt, a.VerifiedBy, a.Reason, a.ExerciseId is not null);
}

/// <summary>What those of a meeting are told: no text.</summary>
internal static class MeetingEvents
{
    public static MeetingChanged Changed(this Meeting m, DateTimeOffset at) => new(m.Id, m.IncidentId, m.Jurisdiction, m.Kind, m.State, m.CalledBy, m.Agencies, m.StartsAt, at);

    public static MeetingActionChanged Changed(this MeetingAction a, string by, DateTimeOffset at) => new(a.Id, a.MeetingId, a.State, a.Agency, a.CalledBy, a.DueAt, by, at);
}
