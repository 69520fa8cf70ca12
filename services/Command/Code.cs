using Coordination.Platform;

namespace Coordination.Command;

/// <summary>Codes that name agencies, teams, venues and places in events: never free text.</summary>
internal static class Code
{
    /// <summary>1 to 64 letters, digits, and <c>. _ : / -</c>.</summary>
    public static bool Is(string text) => text.Length is > 0 and <= 64
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '/');

    public static Refusal Refuse(string pointer) =>
        Refusal.Invalid(pointer, "code", "Must be a code of 1 to 64 letters, digits, and . _ : / - without spaces.");
}
