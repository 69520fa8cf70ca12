namespace Coordination.PublicInformation.Statements;

/// <summary>Language tags (RFC 3066).</summary>
internal static class Languages
{
    /// <summary>Letters of 2 to 8, then parts of 1 to 8 letters or digits, joined by hyphens.</summary>
    public static bool IsTag(string text)
    {
        var parts = text.Split('-');
        return parts[0].Length is >= 2 and <= 8 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }
}
