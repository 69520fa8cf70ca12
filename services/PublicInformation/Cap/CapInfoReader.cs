using Coordination.Platform;
using Coordination.PublicInformation.Statements;

namespace Coordination.PublicInformation.Cap;

/// <summary>Reads what is said in one language, and the shapes of its areas.</summary>
internal sealed class CapInfoReader(CapFindings findings, CapPlaces places, WorkingCalendar calendar)
{
    private static readonly string[] Order =
    [
        "language", "category", "event", "responseType", "urgency", "severity", "certainty", "audience", "eventCode", "effective", "onset", "expires", "senderName", "headline", "description", "instruction", "web",
        "contact", "parameter", "resource", "area",
    ];
    private static readonly string[] Categories = ["Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"];
    private static readonly string[] Responses = ["Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None"];
    private static readonly string[] Urgencies = ["Immediate", "Expected", "Future", "Past", "Unknown"], Severities = ["Extreme", "Severe", "Moderate", "Minor", "Unknown"];
    private static readonly string[] Certainties = ["Observed", "Likely", "Possible", "Unlikely", "Unknown"];

    internal const int MostCodes = 5000;

    internal List<CapShape> Shapes { get; } = [];

    /// <summary>Codes of places, each with the name of its system.</summary>
    internal HashSet<(string System, string Code)> Codes { get; } = [];

    internal CapInfo Read(Markup info, string at, DateTimeOffset? sent)
    {
        findings.AddIf(!CapText.IsOrdered(info, Order), "element-order", at);
        foreach (var once in (string[])["language", "event", "urgency", "severity", "certainty", "effective", "onset", "expires", "senderName", "headline", "description", "instruction", "web"])
            findings.AddIf(info.Each(once).Skip(1).Any(), "element-twice", $"{at}/{once}");
        var language = info.Says("language") ?? "en-US";
        findings.AddIf(!Languages.IsTag(language), "language-form", $"{at}/language");
        var (effective, onset, expires) = (Moment(info, "effective", at), Moment(info, "onset", at), Moment(info, "expires", at));
        findings.AddIf(info.Says("expires") is null, "no-expiry", at);
        findings.AddIf(expires is not null && (effective ?? sent) >= expires, "effective-after-expiry", $"{at}/expires");
        findings.AddIf(expires is not null && expires < sent, "expires-before-sent", $"{at}/expires");
        var (headline, description) = (Words(info, "headline", 500, at), Words(info, "description", 20_000, at));
        findings.AddIf(headline?.Length > 140, "headline-long", $"{at}/headline");
        findings.AddIf(headline is not null && headline == description, "headline-is-description", $"{at}/headline");
        findings.AddIf(info.Says("event") is null, "missing-event", at);
        var (words, areas) = (Words(info, "instruction", 20_000, at), Areas(info, at));
        Resources(info, at);
        return new(
            CapText.Clip(language, 20), Words(info, "event", 200, at), Listed(info, "category", Categories, at, isOwed: true), Listed(info, "responseType", Responses, at, isOwed: false),
            Word(info, "urgency", Urgencies, at), Word(info, "severity", Severities, at), Certainty(info, at), Words(info, "senderName", 200, at), headline, description, words,
            Web(info, at), effective, onset, expires, areas);
    }

    private string? Certainty(Markup info, string at)
    {
        // CAP 1.0; deprecated, and the same as Likely.
        if (info.Says("certainty") != "Very Likely") return Word(info, "certainty", Certainties, at);
        findings.Add("certainty-very-likely", $"{at}/certainty");
        return "Likely";
    }

    private DateTimeOffset? Moment(Markup info, string name, string at) => CapText.Moment(info, name, at, findings, calendar);

    private string? Words(Markup info, string name, int most, string at) => CapText.Words(info, name, most, at, findings);

    private string? Word(Markup info, string name, string[] known, string at)
    {
        var said = info.Says(name);
        findings.AddIf(said is null, $"missing-{name}", at);
        if (said is null) return null;
        var same = Array.Find(known, k => string.Equals(k, said, StringComparison.OrdinalIgnoreCase));
        findings.AddIf(same != said, "value-unknown", $"{at}/{name}");
        return same ?? CapText.Clip(said, 40);
    }

    private List<string> Listed(Markup info, string name, string[] known, string at, bool isOwed)
    {
        List<string> said = [.. info.Each(name).Select(c => c.Text).Where(t => t.Length > 0).Distinct().Take(20)];
        findings.AddIf(isOwed && said.Count == 0, $"missing-{name}", at);
        findings.AddIf(said.Except(known).Any(), "value-unknown", $"{at}/{name}");
        return [.. said.Select(s => CapText.Clip(s, 40))];
    }

    private string? Web(Markup info, string at)
    {
        if (info.Says("web") is not { } web) return null;
        var isOne = Uri.TryCreate(web, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        findings.AddIf(!isOne, "web-form", $"{at}/web");
        return isOne && web.Length <= 2000 ? web : null;
    }

    private void Resources(Markup info, string at)
    {
        foreach (var resource in info.Each("resource"))
        {
            findings.AddIf(resource.Says("resourceDesc") is null, "missing-resourceDesc", $"{at}/resource");
            findings.AddIf(resource.Says("mimeType") is null, "missing-mimeType", $"{at}/resource");
            var uri = resource.Says("uri");
            findings.AddIf(uri is not null && resource.Says("derefUri") is null && !Uri.TryCreate(uri, UriKind.Absolute, out _), "resource-uri", $"{at}/resource/uri");
            findings.AddIf(resource.Says("derefUri") is { } inline && !System.Buffers.Text.Base64.IsValid(inline), "resource-base64", $"{at}/resource/derefUri");
        }
    }

    private List<string> Areas(Markup info, string at)
    {
        var (names, n) = (new List<string>(), 0);
        foreach (var area in info.Each("area"))
        {
            var here = $"{at}/area[{++n}]";
            if (Words(area, "areaDesc", 1000, here) is { } name) names.Add(name);
            else findings.Add("missing-areaDesc", here);
            var shapes = area.Each("polygon").Select(p => places.Polygon(p.Text, $"{here}/polygon")).Concat(area.Each("circle").Select(c => places.Circle(c.Text, $"{here}/circle"))).OfType<CapShape>().ToList();
            Shapes.AddRange(shapes);
            findings.AddIf(shapes.Count == 0 && !area.Each("geocode").Any(), "area-without-place", here);
            foreach (var code in area.Each("geocode")) Coded(code, here);
            Heights(area, here);
        }
        findings.AddIf(n == 0, "no-area", at);
        return [.. names.Distinct().Take(200)];
    }

    /// <summary>CAP 1.0 writes a code as <c>name=value</c>.</summary>
    private void Coded(Markup geocode, string at)
    {
        var (system, code) = geocode.Children.Count == 0 && geocode.Text.Split('=', 2) is [var left, var right] ? (left, right) : (geocode.Says("valueName"), geocode.Says("value"));
        if (system is null or "" || code is null or "") findings.Add("geocode-empty", at);
        else if (Codes.Count < MostCodes) Codes.Add((CapText.Clip(system, 100), CapText.Clip(code, 100)));
        else findings.Add("geocodes-many", at);
    }

    private void Heights(Markup area, string at)
    {
        var (low, high) = (Number(area.Says("altitude")), Number(area.Says("ceiling")));
        findings.AddIf(area.Says("ceiling") is not null && area.Says("altitude") is null, "ceiling-without-altitude", at);
        findings.AddIf(high < low, "ceiling-below-altitude", at);
    }

    private static double? Number(string? text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
