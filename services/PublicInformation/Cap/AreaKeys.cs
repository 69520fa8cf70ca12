namespace Coordination.PublicInformation.Cap;

/// <summary>Keys of area codes (GB/T 2260): an alert for a county is found there, in each place of it, and as a part of its city and province.</summary>
internal static class AreaKeys
{
    private static readonly int[] Tiers = [2, 4, 6, 9, 12];

    /// <summary>Where an alert for the area is kept.</summary>
    internal static IEnumerable<string> Of(string area) => [Here(Short(area)), .. Above(area).Select(Within)];

    /// <summary>Where to look for what holds in the area, in a part of it, or in what it is a part of.</summary>
    internal static IEnumerable<string> At(string area) => [Here(Short(area)), Within(Short(area)), .. Above(area).Select(Here)];

    private static string Here(string area) => $"a/{area}";

    private static string Within(string area) => $"w/{area}";

    private static bool IsNested(string area) => area.Length is 6 or 9 or 12 && area.All(char.IsAsciiDigit);

    /// <summary>The digits that say something: two of a province, twelve of a village.</summary>
    private static string Short(string area) => IsNested(area) ? area[..Tiers.First(t => t >= area.TrimEnd('0').Length)] : area;

    private static IEnumerable<string> Above(string area) => IsNested(area) ? Tiers.Where(t => t < Short(area).Length).Select(t => area[..t]) : [];
}
