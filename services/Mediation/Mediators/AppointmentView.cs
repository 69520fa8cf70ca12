using Coordination.Platform;

namespace Coordination.Mediation.Mediators;

/// <summary>A mediator in a case.</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Mediator">Subject of the mediator's token.</param>
/// <param name="Skills">What they know about.</param>
/// <param name="HasConflict">Whether anything binds them to a party; null before they declare.</param>
/// <param name="State">State.</param>
/// <param name="ChallengedBy">The party that challenged them for its side, or null.</param>
/// <param name="AcceptedBy">Parties that accepted them.</param>
public sealed record AppointmentView(
    Guid Id, int Version, Guid CaseId, string Mediator, IReadOnlyList<MediatorSkill> Skills, bool? HasConflict, AppointmentState State,
    Guid? ChallengedBy, IReadOnlyList<Guid> AcceptedBy) : IVersioned
{
    internal static AppointmentView Of(Appointment a) => new(a.Id, a.Version, a.CaseId, a.Mediator, a.Skills, a.HasConflict, a.State, a.ChallengedBy, a.AcceptedBy);
}
