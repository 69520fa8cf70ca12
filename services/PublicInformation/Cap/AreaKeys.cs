namespace Coordination.PublicInformation.Cap;

/// <summary>
/// Keys of area codes, by the package's system: an alert for a county is found there, in each place of it, and as a part of its city and province (GB/T 2260), or of its state and the
/// country (SAME). A code of any other system is itself alone.
/// </summary>
internal static class AreaKeys
{
    private static readonly int[] Tiers = [2, 4, 6, 9, 12];

    /// <summary>Where an alert for the area is kept.</summary>
    internal static IEnumerable<string> Of(string area, string system) => Chain(area, system) is [var own, .. var above] ? [Here(own), .. above.Select(Within)] : [];

    /// <summary>True when an area is the other one or lies in it. Whoever may warn a part of a county (SAME) may not warn the county.</summary>
    internal static bool IsWithin(string area, string place, string system) =>
        area == place || (!IsPart(place, system) && Chain(area, system).Contains(Chain(place, system)[0]));

    /// <summary>Where to look for what holds in the area, in a part of it, or in what it is a part of.</summary>
    internal static IEnumerable<string> At(string area, string system) => Chain(area, system) is [var own, .. var above] ? [Here(own), Within(own), .. above.Select(Here)] : [];

    /// <summary>False for a code that the system, if it is one of those known here, cannot have.</summary>
    internal static bool Knows(string area, string system) => system is not ("GB/T 2260" or "SAME") || IsCode(area, system);

    private static bool IsCode(string area, string system) => area.All(char.IsAsciiDigit) && (system == "SAME" ? area.Length == 6 : area.Length is 6 or 9 or 12);

    private static bool IsPart(string place, string system) => system == "SAME" && place is [not '0', _, _, _, _, _];

    private static string Here(string area) => $"a/{area}";

    private static string Within(string area) => $"w/{area}";

    /// <summary>The area, and what it is a part of.</summary>
    private static string[] Chain(string area, string system) => system switch
    {
        "GB/T 2260" when IsCode(area, system) => Divided(area[..Tiers.First(t => t >= area.TrimEnd('0').Length)]),
        "SAME" when IsCode(area, system) => County(area[1..]),
        _ => [area],
    };

    /// <summary>By the digits that say something: two of a province, twelve of a village.</summary>
    private static string[] Divided(string area) => [area, .. Tiers.Where(t => t < area.Length).Select(t => area[..t])];

    /// <summary>State and county (47 CFR 11.31): whoever is warned in a part of a county, which the first digit tells, is found in the county.</summary>
    private static string[] County(string area) => [.. ((string[])[area, $"{area[..2]}000", "00000"]).Distinct()];
}
