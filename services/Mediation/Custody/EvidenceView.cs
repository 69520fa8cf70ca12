using Coordination.Platform;

namespace Coordination.Mediation.Custody;

/// <summary>A piece of evidence, without its description.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="CaseId">The case.</param>
/// <param name="State">State.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsOriginal">True for an original.</param>
/// <param name="IsUnfinished">True while the record is still being written.</param>
/// <param name="Completes">The earlier stage that it completes, or null.</param>
/// <param name="Custodian">Who keeps it, or null.</param>
/// <param name="RefusedBy">In the answer to a custody step: the rule by which it was refused; the attempt is in the log, the piece unchanged.</param>
public sealed record EvidenceView(
    Guid Id, int Version, Guid CaseId, EvidenceState State, EvidenceKind Kind, bool IsOriginal, bool IsUnfinished, Guid? Completes, string? Custodian,
    string? RefusedBy) : IVersioned
{
    internal static EvidenceView Of(EvidenceItem i) => Of(i, null);

    internal static EvidenceView Of(EvidenceItem i, Refusal? refused) =>
        new(i.Id, i.Version, i.CaseId, i.State, i.Kind, i.IsOriginal, i.IsUnfinished, i.Completes, i.Custodian, refused?.Rule);
}
