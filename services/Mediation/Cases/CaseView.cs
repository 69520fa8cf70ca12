using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>A case without its words.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="Kind">Kind of dispute.</param>
/// <param name="Tier">Where it is mediated.</param>
/// <param name="Origin">How it came.</param>
/// <param name="ReferredTo">Where it was referred, or null.</param>
/// <param name="ReferredFor">Why, or null.</param>
/// <param name="RightsExplained">What a patient's family was told.</param>
/// <param name="RightsNotice">What the parties were told at the end.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="AcceptedAt">When it was taken on, or null.</param>
/// <param name="ClosedAt">When it was closed, or null.</param>
/// <param name="MajorReportedAt">When the health authority was told of a major medical dispute, or null.</param>
/// <param name="Extensions">How often everyone agreed to more time.</param>
/// <param name="LegalAidReferrals">Referrals to legal aid.</param>
/// <param name="HardshipReferrals">Referrals for hardship relief.</param>
/// <param name="HeldUntil">Until when its words are kept beyond their time, or null.</param>
/// <param name="DestroyedAt">When its words were destroyed, or null.</param>
/// <param name="IsExercise">True in an exercise.</param>
public sealed record CaseView(
    Guid Id, int Version, CaseState State, DisputeKind Kind, MediationTier Tier, CaseOrigin Origin, ReferralTarget? ReferredTo, ReferralReason? ReferredFor,
    IReadOnlyList<PatientRight> RightsExplained, IReadOnlyList<RightsPath> RightsNotice, DateTimeOffset ReceivedAt, DateTimeOffset? AcceptedAt,
    DateTimeOffset? ClosedAt, DateTimeOffset? MajorReportedAt, int Extensions, int LegalAidReferrals, int HardshipReferrals, DateTimeOffset? HeldUntil,
    DateTimeOffset? DestroyedAt, bool IsExercise) : IVersioned
{
    internal static CaseView Of(Case c) => new(
        c.Id, c.Version, c.State, c.Kind, c.Tier, c.Origin, c.ReferredTo, c.ReferredFor, c.RightsExplained, c.RightsNotice, c.ReceivedAt, c.AcceptedAt,
        c.ClosedAt, c.MajorReportedAt, c.Extensions, c.LegalAidReferrals, c.HardshipReferrals, c.HeldUntil, c.DestroyedAt, c.ExerciseId is not null);
}
