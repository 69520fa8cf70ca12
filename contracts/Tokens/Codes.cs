namespace Coordination.Contracts.Tokens;

internal static class Codes
{
    /// <summary>Lower-case letters, digits and hyphens, 1 to 40: what names a region, service or agency.</summary>
    internal static bool IsName(string text) => text.Length is > 0 and <= 40 && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
