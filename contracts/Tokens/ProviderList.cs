using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Contracts.Tokens;

/// <summary>
/// The setting <c>COORDINATION_PROVIDERS</c>: several providers, a JSON list of <c>{"issuer", "name", "agencies", "roles", "audience", "algorithms", "claims", "address"}</c>.
/// The gateway and every service read it alike.
/// </summary>
internal static class ProviderList
{
    private const string Setting = "COORDINATION_PROVIDERS";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, PropertyNameCaseInsensitive = false,
    };

    /// <summary>Empty when neither is set; then one provider, or the local issuer, is trusted alone.</summary>
    /// <param name="text">The list, <c>COORDINATION_PROVIDERS</c>.</param>
    /// <param name="file">The file that holds it, <c>COORDINATION_PROVIDERS_FILE</c>.</param>
    /// <param name="isAlone">True when <c>COORDINATION_AUTHORITY</c> names a provider already.</param>
    /// <exception cref="InvalidDataException">Says which provider and which member is wrong.</exception>
    internal static IReadOnlyList<TrustedProvider> Read(string? text, string? file, bool isAlone)
    {
        if (string.IsNullOrEmpty(text) && string.IsNullOrEmpty(file)) return [];
        if (isAlone) throw new InvalidDataException($"{Setting} and COORDINATION_AUTHORITY both say whose tokens are taken: set one of them.");
        if (!string.IsNullOrEmpty(text) && !string.IsNullOrEmpty(file)) throw new InvalidDataException($"{Setting} and {Setting}_FILE are both set: set one of them.");
        List<TrustedProvider> all = [.. Entries(string.IsNullOrEmpty(text) ? TextOf(file!) : text).Select((e, i) => e is null ? throw Wrong(i, "is null.") : Of(e, i))];
        if (all.Count == 0) throw new InvalidDataException($"{Setting} lists no provider: nobody could be let in.");
        OnlyOnce(all.Select(p => p.Issuer!), "issuer");
        OnlyOnce(all.Select(p => p.Name), "name");
        return all;
    }

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{Setting}_FILE names {file}, which cannot be read: {e.Message}", e);
        }
    }

    private static List<Entry?> Entries(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Entry?>>(text, Strict) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Setting} is no JSON list of providers: {e.Message}", e);
        }
    }

    private static TrustedProvider Of(Entry e, int at)
    {
        var isLocal = e.Issuer == IssuerKeys.LocalIssuer;
        if (isLocal != e.Address is not null) throw Wrong(at, isLocal ? "needs an address: the local issuer has a name instead." : "has an address, which only the local issuer needs: a provider is found where its issuer says.");
        var address = e.Address ?? e.Issuer ?? throw Wrong(at, "has no issuer.");
        if (!IssuerKeys.IsTrustworthy(address)) throw Wrong(at, $"issuer {address}: keys that decide who is let in come over https, or from this machine.");
        if (e.Name is { } name && !Codes.IsName(name)) throw Wrong(at, $"name '{name}': 1 to 40 lower-case letters, digits and hyphens.");
        if (e.Agencies is not { Count: > 0 } agencies) throw Wrong(at, "agencies: list those for which it speaks, or \"*\" alone for every one.");
        var isForAll = agencies is ["*"];
        var odd = isForAll ? [] : agencies.Where(a => a is null || !Codes.IsName(a)).ToList();
        if (odd.Count > 0) throw Wrong(at, $"agencies: '{odd[0]}' is no agency, and \"*\" stands alone.");
        if (e.Audience is "") throw Wrong(at, "audience is empty.");
        if (e.Algorithms is { } algorithms && (algorithms.Count == 0 || algorithms.Except(TokenCheck.Algorithms).Any())) throw Wrong(at, $"algorithms must be among {string.Join(", ", TokenCheck.Algorithms)}.");
        if (e.Roles is { } roles && (roles.Count == 0 || roles.Any(r => r is null || !Codes.IsName(r)))) throw Wrong(at, "roles: list those that it may give, or leave it out for every one but those of the region.");
        var claims = e.Claims ?? new ClaimNames();
        string[] names = [claims.Agency, claims.Region, claims.Roles];
        if (names.Any(string.IsNullOrEmpty) || names.Distinct().Count() < names.Length) throw Wrong(at, "claims: agency, region and roles are three claims, each with a name.");
        return new(address)
        {
            Issuer = e.Issuer, Name = e.Name ?? "", Audience = e.Audience ?? TokenCheck.Audience, Algorithms = e.Algorithms ?? TokenCheck.Algorithms,
            Agencies = isForAll ? null : agencies, Roles = e.Roles, Claims = claims,
        };
    }

    private static void OnlyOnce(IEnumerable<string> values, string member)
    {
        if (values.GroupBy(v => v).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidDataException(twice.Key.Length > 0 ? $"{Setting}: two providers have the {member} {twice.Key}." : $"{Setting}: two providers have no {member}: a subject of one could be taken for the other's.");
    }

    private static InvalidDataException Wrong(int at, string said) => new($"{Setting}[{at}] {said}");

    private sealed record Entry(
        string? Issuer = null, string? Address = null, string? Name = null, string? Audience = null, IReadOnlyList<string>? Algorithms = null,
        IReadOnlyList<string>? Agencies = null, IReadOnlyList<string>? Roles = null, ClaimNames? Claims = null);
}
