using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Warnings;

/// <summary>A warning with everything Art. 64 asks for; who proposed it, when its indicator reached its level where that proposed it, and why it was rejected.</summary>
public sealed record WarningView(
    Guid Id, int Version, WarningState State, Guid? IncidentId, Guid? IndicatorId, IncidentCategory Category, EventKind Kind, string? EventCode, WarningLevel Level,
    string Jurisdiction, IReadOnlyList<string> Areas, string Cautions, string Measures, string? IssuerAgency, DateTimeOffset StartsAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? IssuedAt, IReadOnlyList<string> NotifiedNeighbours, bool IsExercise, string ProposedBy, DateTimeOffset? IndicatedAt, string? Reason) : IVersioned
{
    internal static WarningView Of(Warning w) => new(
        w.Id, w.Version, w.State, w.IncidentId, w.IndicatorId, w.Category, w.Kind, w.EventCode, w.Level, w.Jurisdiction, w.Areas, w.Cautions, w.Measures,
        w.IssuerAgency, w.StartsAt, w.ExpiresAt, w.IssuedAt, w.NotifiedNeighbours, w.ExerciseId is not null, w.ProposedBy, w.IndicatedAt, w.Reason);
}

/// <summary>A recipient of a warning.</summary>
public sealed record WarningCallView(
    Guid Id, int Version, Guid WarningId, string Recipient, WarningCallState State, DateTimeOffset CalledAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EscalatedAt,
    IReadOnlyList<string> Superiors, DateTimeOffset? TakenOverAt) : IVersioned
{
    internal static WarningCallView Of(WarningCall c) =>
        new(c.Id, c.Version, c.WarningId, c.Recipient, c.State, c.CalledAt, c.AnsweredAt, c.EscalatedAt, c.Superiors ?? [], c.TakenOverAt);
}
