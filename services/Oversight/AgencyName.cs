using Coordination.Platform;

namespace Coordination.Oversight;

/// <summary>What a token may name as an agency. A finding goes into the record under it, so no other text may stand there.</summary>
internal static class AgencyName
{
    public static Refusal? Refuse(string pointer, string agency) =>
        agency.Length is > 0 and <= 40 && agency.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
            ? null
            : Refusal.Invalid(pointer, "agency", "Must be 1 to 40 lower-case letters, digits and hyphens.");
}
