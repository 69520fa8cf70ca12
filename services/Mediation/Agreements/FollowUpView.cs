using Coordination.Platform;

namespace Coordination.Mediation.Agreements;

/// <summary>A follow-up.</summary>
/// <param name="Id">The follow-up.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="CaseId">The case.</param>
/// <param name="AgreementId">The agreement.</param>
/// <param name="ClockKey">Its clock: the first or the second.</param>
/// <param name="State">State.</param>
/// <param name="Finding">What was found, or null.</param>
/// <param name="DoneAt">When it was done, or null.</param>
public sealed record FollowUpView(Guid Id, int Version, Guid CaseId, Guid AgreementId, string ClockKey, FollowUpState State, FollowUpFinding? Finding, DateTimeOffset? DoneAt) : IVersioned
{
    internal static FollowUpView Of(FollowUp f) => new(f.Id, f.Version, f.CaseId, f.AgreementId, f.ClockKey, f.State, f.Finding, f.DoneAt);
}
