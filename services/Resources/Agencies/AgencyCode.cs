using Coordination.Platform;

namespace Coordination.Resources.Agencies;

/// <summary>Agencies are named by a code: lower-case letters, digits and hyphens.</summary>
internal static class AgencyCode
{
    public static Refusal? Check(string code, string pointer) =>
        code.Length is > 0 and <= 40 && code.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
            ? null
            : Refusal.Invalid(pointer, "agency", "1 to 40 lower-case letters, digits and hyphens.");
}
