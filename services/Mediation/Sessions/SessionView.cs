using Coordination.Platform;

namespace Coordination.Mediation.Sessions;

/// <summary>A session, without its minutes.</summary>
/// <param name="Id">The session.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="State">State.</param>
/// <param name="Kind">Both sides, or one.</param>
/// <param name="PartyIds">Who sits in it.</param>
/// <param name="Bodies">Bodies that sit in.</param>
/// <param name="StartsAt">Planned start.</param>
/// <param name="EndsAt">Planned end.</param>
/// <param name="HeldAt">When they sat down, or null.</param>
/// <param name="EndedByWithdrawalAt">When it ended because a party took its consent back, or null.</param>
/// <param name="SignedBy">Who signed the minutes.</param>
public sealed record SessionView(
    Guid Id, int Version, Guid CaseId, SessionState State, SessionKind Kind, IReadOnlyList<Guid> PartyIds, IReadOnlyList<SittingBody> Bodies,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset? HeldAt, DateTimeOffset? EndedByWithdrawalAt, IReadOnlyList<Guid> SignedBy) : IVersioned
{
    internal static SessionView Of(Session s) => new(
        s.Id, s.Version, s.CaseId, s.State, s.Kind, s.PartyIds, s.Bodies, s.StartsAt, s.EndsAt, s.HeldAt, s.EndedByWithdrawalAt, s.SignedBy);
}
