using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Hazards;

/// <summary>A hazard.</summary>
/// <param name="Id">The hazard.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name of the place or object.</param>
/// <param name="OwnerAgency">Who answers for it.</param>
/// <param name="Place">Where.</param>
/// <param name="Capacity">Persons it holds, for a venue.</param>
/// <param name="Receptors">What lies in its reach.</param>
/// <param name="Inspections">Checks that recur.</param>
/// <param name="Likelihood">From 1 to 5, or null before the assessment.</param>
/// <param name="Consequence">From 1 to 5, or null before the assessment.</param>
/// <param name="Rating">A, B or C by the rule; A is the most dangerous.</param>
/// <param name="MajorPotential">True when it can cause a 重大 event or worse.</param>
/// <param name="RectifiedBy">Who must put it right, or null.</param>
/// <param name="RectifyBy">By when, or null.</param>
/// <param name="Measure">How, or null.</param>
/// <param name="SubmittedAt">When it was said to be right, or null.</param>
/// <param name="SubmittedNote">What was done, or null.</param>
/// <param name="IncidentId">What it became, or null.</param>
public sealed record HazardView(
    Guid Id, int Version, HazardState State, HazardKind Kind, string Name, string OwnerAgency, Place Place, int? Capacity, IReadOnlyList<Receptor> Receptors,
    IReadOnlyList<InspectionKind> Inspections, int? Likelihood, int? Consequence, HazardRating? Rating, bool MajorPotential, string? RectifiedBy,
    DateTimeOffset? RectifyBy, string? Measure, DateTimeOffset? SubmittedAt, string? SubmittedNote, Guid? IncidentId) : IVersioned
{
    internal static HazardView Of(Hazard h) => new(
        h.Id, h.Version, h.State, h.Kind, h.Name, h.OwnerAgency, h.Where(), h.Capacity, h.Receptors, h.Inspections, h.Likelihood, h.Consequence, h.Rating,
        h.MajorPotential, h.RectifiedBy, h.RectifyBy, h.Measure, h.SubmittedAt, h.SubmittedNote, h.IncidentId);

    internal static HazardChanged Event(Hazard h, DateTimeOffset at) => new(
        h.Id, h.Kind, h.State, h.OwnerAgency, h.AreaCode, h.Latitude, h.Longitude, h.Capacity, h.Rating, h.MajorPotential, h.RectifyBy, h.RectifiedBy, h.IncidentId, at);
}
