using Coordination.Mediation.Files;
using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>A party. Name and contact are null unless the reader has the file open, and in every answer to a POST.</summary>
/// <param name="Id">The party.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="Side">Side.</param>
/// <param name="Consent">Whether it takes part.</param>
/// <param name="IsRepresentative">True when its side chose it to speak.</param>
/// <param name="AllowsStatement">True when it agrees to a statement without names.</param>
/// <param name="RightsNotifiedAt">When it was told what else is open to it, or null.</param>
/// <param name="Name">Name.</param>
/// <param name="Contact">Contact.</param>
/// <param name="ConsentLog">Every change of consent.</param>
public sealed record PartyView(
    Guid Id, int Version, PartySide Side, PartyConsent Consent, bool IsRepresentative, bool AllowsStatement, DateTimeOffset? RightsNotifiedAt,
    string? Name, string? Contact, IReadOnlyList<ConsentEntry> ConsentLog) : IVersioned
{
    internal static PartyView Of(Party p) => Of(p, null);

    internal static PartyView Of(Party p, ISecretBox? box) => new(
        p.Id, p.Version, p.Side, p.Consent, p.IsRepresentative, p.AllowsStatement, p.RightsNotifiedAt, box?.Words(p.Name), box?.Words(p.Contact), p.ConsentLog);
}
