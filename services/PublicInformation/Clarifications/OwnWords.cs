using System.Buffers;
using Coordination.Platform;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>
/// A claim is logged in the officer's own words (domain.md C4). What looks like a quotation, a link or an account is refused, because it leads back to
/// who said it.
/// </summary>
internal static class OwnWords
{
    private static readonly string[] Links = ["http:", "https:", "www.", "://", ".com", ".cn", ".net", ".org"];
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„「」『』«»");

    public static Refusal? Fault(string claim)
    {
        if (claim.AsSpan().IndexOfAny(Quotes) >= 0) return Refusal.Invalid("/claim", "quotation", "Say it in your own words: no quotation.");
        if (claim.Contains('@')) return Refusal.Invalid("/claim", "account", "Say what is claimed, not who claims it: no account.");
        return Links.Any(l => claim.Contains(l, StringComparison.OrdinalIgnoreCase)) ? Refusal.Invalid("/claim", "link", "Say what is claimed, not where: no link.") : null;
    }
}
