using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Agreements;

/// <summary>An agreement on mutual aid, as one party's book shows it.</summary>
/// <param name="Id">The agreement; the same in both books.</param>
/// <param name="Version">Version of this book's entry.</param>
/// <param name="State">State; it holds from InForce on, within its time.</param>
/// <param name="LenderAgency">Who lends.</param>
/// <param name="BorrowerAgency">To whom.</param>
/// <param name="ProposerAgency">Who proposed it, and so signed first.</param>
/// <param name="CallOrder">When several could help, the lowest is asked first.</param>
/// <param name="Terms">What is lent, and on what terms.</param>
/// <param name="ValidFrom">From when.</param>
/// <param name="ValidUntil">Until when.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record AgreementView(
    Guid Id, int Version, AidAgreementState State, string LenderAgency, string BorrowerAgency, string ProposerAgency, int CallOrder, IReadOnlyList<AidTerm> Terms,
    DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, DateTimeOffset ProposedAt, DateTimeOffset ChangedAt) : IVersioned
{
    internal static AgreementView Of(Agreement a) => new(
        a.AgreementId, a.Version, a.State, a.LenderAgency, a.BorrowerAgency, a.ProposerAgency, a.CallOrder, a.Terms, a.ValidFrom, a.ValidUntil, a.ProposedAt, a.ChangedAt);
}
