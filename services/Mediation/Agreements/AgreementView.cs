using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Mediation.Agreements;

/// <summary>An agreement without its words.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="State">State.</param>
/// <param name="IsOral">True when it was made orally and recorded (人民调解法 Art. 28).</param>
/// <param name="Signatures">Parties that signed, or said yes on record.</param>
/// <param name="ConfirmationApplicants">Parties that applied together for judicial confirmation.</param>
/// <param name="Instalments">What is owed when.</param>
/// <param name="EffectiveAt">Since when it binds, or null.</param>
/// <param name="ConfirmationUntil">End of the window for confirmation, or null.</param>
/// <param name="CourtAcceptedAt">When the court took the application on, or null.</param>
/// <param name="WasConfirmed">True when a court confirmed it.</param>
/// <param name="RightsNotice">What the parties were told after a breach.</param>
/// <param name="PerformedLateAt">When everything missed had been performed after all, or null.</param>
public sealed record AgreementView(
    Guid Id, int Version, Guid CaseId, AgreementState State, bool IsOral, IReadOnlyList<Guid> Signatures, IReadOnlyList<Guid> ConfirmationApplicants,
    IReadOnlyList<Instalment> Instalments, DateTimeOffset? EffectiveAt, DateTimeOffset? ConfirmationUntil, DateTimeOffset? CourtAcceptedAt, bool WasConfirmed,
    IReadOnlyList<RightsPath> RightsNotice, DateTimeOffset? PerformedLateAt) : IVersioned
{
    internal static AgreementView Of(Agreement a) => new(
        a.Id, a.Version, a.CaseId, a.State, a.IsOral, a.Signatures, a.ConfirmationApplicants, a.Instalments, a.EffectiveAt, a.ConfirmationUntil,
        a.CourtAcceptedAt, a.WasConfirmed, a.RightsNotice, a.PerformedLateAt);
}
