namespace Coordination.Contracts.Tokens;

/// <summary>An OpenID provider whose tokens are taken, and what it may say in them.</summary>
/// <param name="Address">Where its discovery document is.</param>
internal sealed record TrustedProvider(string Address)
{
    /// <summary>The roles that see or run the whole region: a provider that speaks for some agencies gives them only where they are named.</summary>
    internal static readonly string[] OfTheRegion = ["operator", "auditor"];

    /// <summary>What its tokens name as issuer, to the letter; null for a provider that is trusted alone: what its discovery document says.</summary>
    internal string? Issuer { get; init; }

    /// <summary>What is put before its subjects and clients, with a colon: two providers know two people by one name. Empty for one of them.</summary>
    internal string Name { get; init; } = "";

    internal string Audience { get; init; } = TokenCheck.Audience;

    internal IReadOnlyList<string> Algorithms { get; init; } = TokenCheck.Algorithms;

    /// <summary>For whom it may speak; null for every agency.</summary>
    internal IReadOnlyList<string>? Agencies { get; init; }

    /// <summary>The roles that it may give; null for all, or for all but those of the region where it does not speak for every agency.</summary>
    internal IReadOnlyList<string>? Roles { get; init; }

    internal ClaimNames Claims { get; init; } = new();

    internal bool SpeaksFor(string agency) => Agencies?.Contains(agency, StringComparer.Ordinal) != false;

    internal bool Gives(string role) => Roles is { } roles ? roles.Contains(role, StringComparer.Ordinal) : Agencies is null || !OfTheRegion.Contains(role, StringComparer.Ordinal);
}

/// <summary>What a provider calls the claims that the region reads.</summary>
/// <param name="Agency">The agency for which somebody acts: one text.</param>
/// <param name="Region">The region: one text.</param>
/// <param name="Roles">A list of texts.</param>
internal sealed record ClaimNames(string Agency = "agency", string Region = "region", string Roles = "roles")
{
    internal bool Has(string type) => type == Agency || type == Region || type == Roles;
}
