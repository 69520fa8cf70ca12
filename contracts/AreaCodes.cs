namespace Coordination.Contracts;

/// <summary>Codes of areas (GB/T 2260 with the extensions for townships and villages): six, nine or twelve digits, nested by their digits.</summary>
public static class AreaCodes
{
    /// <summary>True when an area is another one or lies in it. Nodes that are no areas, such as a railway bureau, are only themselves.</summary>
    /// <param name="area">Code of the smaller one.</param>
    /// <param name="within">Code of the larger one.</param>
    public static bool IsWithin(string area, string within)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(within);
        return area == within || (within.Length is 6 or 9 or 12 && within.All(char.IsAsciiDigit) && area.All(char.IsAsciiDigit)
            && area.StartsWith(within[..Significant(within)], StringComparison.Ordinal));
    }

    /// <summary>Province, prefecture, county, township, village.</summary>
    private static int Significant(string code) => code.TrimEnd('0').Length switch { <= 2 => 2, <= 4 => 4, <= 6 => 6, <= 9 => 9, _ => 12 };
}
