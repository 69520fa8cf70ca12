using System.Globalization;
using System.Text.RegularExpressions;

namespace Coordination.CommandLine.Partners;

/// <summary>What CAP 1.2 demands of an alert, beside what its schema can say (OASIS CAP 1.2, 3.2 and 3.3).</summary>
internal static partial class CapRules
{
    private static readonly string[] Namespaces = ["urn:oasis:names:tc:emergency:cap:1.2", "urn:oasis:names:tc:emergency:cap:1.1"];

    /// <summary>What is wrong with it, a sentence each.</summary>
    internal static IEnumerable<string> Faults(XmlTree alert)
    {
        if (alert.Name != "alert" || !Namespaces.Contains(alert.Namespace)) return [Language.Say($"the root is {alert.Name} of {alert.Namespace}, not a CAP alert")];
        return Header(alert).Concat(alert.Children("info").SelectMany(Info)).OfType<string>();
    }

    private static IEnumerable<string?> Header(XmlTree alert)
    {
        foreach (var name in (string[])["identifier", "sender"])
            yield return alert.Text(name) is not { Length: > 0 } id ? Language.Say($"{name} is missing") : Forbidden().IsMatch(id) ? Language.Say($"{name} holds a blank, a comma, < or &") : null;
        yield return Moment(alert, "sent", isNeeded: true);
        yield return Among(alert, "status", "Actual", "Exercise", "System", "Test", "Draft");
        yield return Among(alert, "msgType", "Alert", "Update", "Cancel", "Ack", "Error");
        yield return Among(alert, "scope", "Public", "Restricted", "Private");
        var references = alert.Text("references");
        if (alert.Text("msgType") is "Update" or "Cancel")
            yield return string.IsNullOrEmpty(references) ? Language.Say($"an update or cancellation names what it refers to (references)")
                : references.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(r => r.Split(',').Length == 3) ? null : Language.Say($"references are sender,identifier,sent");
        if (alert.Text("scope") == "Restricted") yield return alert.Text("restriction") is null ? Language.Say($"a restricted alert says to whom (restriction)") : null;
    }

    private static IEnumerable<string?> Info(XmlTree info)
    {
        foreach (var name in (string[])["category", "event"]) yield return info.Text(name) is { Length: > 0 } ? null : Language.Say($"info: {name} is missing");
        yield return Among(info, "urgency", "Immediate", "Expected", "Future", "Past", "Unknown");
        yield return Among(info, "severity", "Extreme", "Severe", "Moderate", "Minor", "Unknown");
        yield return Among(info, "certainty", "Observed", "Likely", "Possible", "Unlikely", "Unknown", "Very Likely");
        foreach (var name in (string[])["effective", "onset", "expires"]) yield return Moment(info, name, isNeeded: false);
        foreach (var area in info.Children("area"))
        {
            yield return area.Text("areaDesc") is { Length: > 0 } ? null : Language.Say($"area: areaDesc is missing");
            foreach (var polygon in area.Children("polygon")) yield return Polygon(polygon.Value);
        }
    }

    /// <summary>With an offset in numbers; UTC is -00:00, never Z.</summary>
    private static string? Moment(XmlTree of, string name, bool isNeeded) => of.Text(name) is not { Length: > 0 } text
        ? isNeeded ? Language.Say($"{name} is missing") : null
        : Instant().IsMatch(text) ? null : Language.Say($"{name} is not like 2010-07-28T12:00:00+08:00 ({text})");

    private static string? Among(XmlTree of, string name, params string[] values) =>
        of.Text(name) is { } value && values.Contains(value) ? null : Language.Say($"{name} must be one of {string.Join(", ", values)}");

    private static string? Polygon(string text)
    {
        var points = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (points.Length < 4) return Language.Say($"a polygon has four points at least");
        if (points[0] != points[^1]) return Language.Say($"a polygon ends where it began");
        return points.All(IsPoint) ? null : Language.Say($"a point is latitude,longitude");
    }

    private static bool IsPoint(string text) => text.Split(',') is [var latitude, var longitude]
        && double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && Math.Abs(y) <= 90
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && Math.Abs(x) <= 180;

    [GeneratedRegex(@"[\s,<&]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Instant();
}
