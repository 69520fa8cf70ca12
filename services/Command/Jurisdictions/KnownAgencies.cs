using Coordination.Platform;

namespace Coordination.Command.Jurisdictions;

/// <summary>Where the tree places agencies, one that is named is known to it; where it places none, none can be missed.</summary>
internal static class KnownAgencies
{
    public static Refusal? RefuseUnknown(this JurisdictionTree tree, string jurisdiction, string field, string agency) =>
        !tree.PlacesAgencies(jurisdiction) || tree.Knows(agency) ? null : Refusal.Invalid(field, "unknown-agency", $"The tree places agencies here, and does not know {agency}.");

    /// <summary>The first that is not known, by its index.</summary>
    public static Refusal? RefuseUnknown(this JurisdictionTree tree, string jurisdiction, string field, IReadOnlyList<string> agencies) =>
        agencies.Select((agency, i) => tree.RefuseUnknown(jurisdiction, $"{field}/{i}", agency)).FirstOrDefault(no => no is not null);
}
