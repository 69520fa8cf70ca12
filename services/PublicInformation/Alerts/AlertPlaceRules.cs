using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What CAP 1.2 asks of an area.</summary>
internal static class AlertPlaceRules
{
    /// <summary>A metre: less is written as nothing.</summary>
    internal const double LeastRadius = 0.001;

    /// <param name="areas">Where the alert holds.</param>
    /// <param name="system">The package's system of area codes.</param>
    internal static Refusal? Fault(IReadOnlyList<AlertArea> areas, string system)
    {
        for (var i = 0; i < areas.Count; i++)
            if ((Code(areas[i], system, $"/areas/{i}") ?? AlertRules.Unreadable(areas[i].Description, $"/areas/{i}/description") ?? Circle(areas[i], $"/areas/{i}") ?? Ring(areas[i], $"/areas/{i}") ?? Height(areas[i], $"/areas/{i}")) is { } wrong) return wrong;
        return null;
    }

    private static Refusal? Code(AlertArea area, string system, string at)
    {
        if (!AlertRules.IsCode(area.AreaCode)) return Refusal.Invalid($"{at}/areaCode", "area-code", "A code: digits, or letters, digits and hyphens.");
        var isNumber = area.AreaCode.All(char.IsAsciiDigit);
        if (system == "SAME" && (!isNumber || area.AreaCode.Length != 6)) return Refusal.Invalid($"{at}/areaCode", "area-code", "Six digits (47 CFR 11.31): part, state, county.");
        if (system == "GB/T 2260" && isNumber && area.AreaCode.Length is not (6 or 9 or 12)) return Refusal.Invalid($"{at}/areaCode", "area-code", "Six, nine or twelve digits (GB/T 2260).");
        for (var i = 0; i < (area.Geocodes?.Count ?? 0); i++)
        {
            var code = area.Geocodes![i];
            if ((AlertRules.Unreadable(code.ValueName, $"{at}/geocodes/{i}/valueName") ?? AlertRules.Unreadable(code.Value, $"{at}/geocodes/{i}/value")) is { } odd) return odd;
            // Who may warn an area is asked of areaCode: a code of its system beside it would warn another area unasked.
            if (code.ValueName.Trim().Equals(system, StringComparison.OrdinalIgnoreCase)) return Refusal.Invalid($"{at}/geocodes/{i}/valueName", "geocode-system", $"A code of {system} is an areaCode: write an area of its own for it.");
        }
        return null;
    }

    private static Refusal? Circle(AlertArea area, string at)
    {
        var given = new[] { area.Latitude, area.Longitude, area.RadiusKm }.Count(v => v is not null);
        if (given is not (0 or 3)) return Refusal.Invalid(at, "circle", "A circle has a latitude, a longitude and a radius.");
        return area.RadiusKm < LeastRadius ? Refusal.Invalid($"{at}/radiusKm", "circle", "A circle has a radius above 0: at least 0.001 km.") : null;
    }

    private static Refusal? Ring(AlertArea area, string at)
    {
        if (area.Polygon is not { } ring) return null;
        // As it is written: two points a hand apart are one.
        List<AlertPoint> written = [.. ring.Select(p => new AlertPoint(Math.Round(p.Latitude, 6), Math.Round(p.Longitude, 6)))];
        if ((Polygons.Fault(written) ?? (Polygons.IsFlat(written) ? "Its points lie on one line: it holds no place." : null)) is { } wrong) return Refusal.Invalid($"{at}/polygon", "polygon", wrong);
        return written.Zip(written.Skip(1)).Any(s => Math.Abs(s.First.Longitude - s.Second.Longitude) > 180)
            ? Refusal.Invalid($"{at}/polygon", "polygon-date-line", "A side goes more than half around the earth: write one area on each side of the date line.")
            : null;
    }

    private static Refusal? Height(AlertArea area, string at) => area.Ceiling is { } ceiling && (area.Altitude is not { } altitude || ceiling < altitude)
        ? Refusal.Invalid($"{at}/ceiling", "ceiling", "A ceiling has an altitude, and is not below it.")
        : null;
}
