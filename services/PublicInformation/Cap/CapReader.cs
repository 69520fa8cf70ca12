using Coordination.Contracts;
using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// Reads one alert of CAP 1.0 to 1.2 as genuine ones are: whatever the order of its elements, the namespace or the envelope. What differs from the standard is a finding, and hinders
/// nobody. What looks for a person is no hazard: its words are not read.
/// </summary>
internal static class CapReader
{
    internal const int MostReferences = 500;
    private static readonly string[] Namespaces = ["urn:oasis:names:tc:emergency:cap:1.2", "urn:oasis:names:tc:emergency:cap:1.1", "http://www.incident.com/cap/1.0"];
    private static readonly string[] Order =
        ["identifier", "sender", "password", "sent", "status", "msgType", "source", "scope", "restriction", "addresses", "code", "note", "references", "incidents", "info", "Signature"];
    private static readonly string[] Hazards = ["Geo", "Met", "Fire", "Env", "Transport", "Infra", "CBRNE"];

    internal static CapContent Read(Markup alert, CapFindings findings, CapPlaces places, CapTrust trust)
    {
        findings.AddIf(!Namespaces.Contains(alert.Namespace), "namespace", "alert");
        findings.AddIf(!CapText.IsOrdered(alert, Order), "element-order", "alert");
        foreach (var once in (string[])["identifier", "sender", "sent", "status", "msgType", "scope", "references"])
            findings.AddIf(alert.Each(once).Skip(1).Any(), "element-twice", $"alert/{once}");
        var (identifier, sender) = (Name(alert, "identifier", findings), Name(alert, "sender", findings));
        var sent = CapText.Moment(alert, "sent", "alert", findings, trust.Calendar);
        findings.AddIf(alert.Says("sent") is null, "missing-sent", "alert");
        var (infos, reader, n) = (new List<CapInfo>(), new CapInfoReader(findings, places, trust.Calendar), 0);
        foreach (var info in alert.Each("info").Take(100)) infos.Add(reader.Read(info, $"alert/info[{++n}]", sent));
        findings.AddIf(n == 0, "no-info", "alert");
        var (type, scope) = (Value<CapMessageType>(alert, "msgType", findings), Value<CapScope>(alert, "scope", findings));
        var content = new CapContent(sender, identifier, sent)
        {
            Status = Value<CapStatus>(alert, "status", findings), MessageType = type, Scope = scope, Note = CapText.Words(alert, "note", 2000, "alert", findings),
            References = References(alert, sender, identifier, sent, type, findings, trust.Calendar), Infos = infos, Shapes = reader.Shapes, Codes = [.. reader.Codes], SeeksPerson = !trust.IsOwn && SeeksPerson(alert, infos),
        };
        findings.AddIf(scope != CapScope.Restricted && alert.Says("restriction") is not null, "restriction-without-scope", "alert/restriction");
        findings.AddIf(scope == CapScope.Private && alert.Says("addresses") is null, "private-without-addresses", "alert");
        Together(alert, infos, findings);
        if (content.SeeksPerson) findings.Add("seeks-person", "alert");
        return content.SeeksPerson ? content with { Infos = [.. infos.Select(Silent)], Shapes = [], Codes = [], Note = null } : content;
    }

    /// <summary>Name of a message: without it nothing can refer to it.</summary>
    private static string Name(Markup alert, string what, CapFindings findings)
    {
        var said = alert.Says(what);
        findings.AddIf(said is null, $"missing-{what}", "alert");
        if (said is null) return "";
        findings.AddIf(said.Any(c => char.IsWhiteSpace(c) || c is ',' or '<' or '&'), $"{what}-characters", $"alert/{what}");
        findings.AddIf(what == "sender" && said.Any(c => !char.IsAscii(c)), "sender-not-ascii", "alert/sender");
        return CapText.Words(alert, what, 500, "alert", findings) ?? "";
    }

    private static T Value<T>(Markup alert, string name, CapFindings findings) where T : struct, Enum
    {
        var said = alert.Says(name);
        findings.AddIf(said is null, $"missing-{name}", "alert");
        if (said is null) return default;
        var same = Array.Find(Enum.GetNames<T>(), k => k != "Unknown" && string.Equals(k, said, StringComparison.OrdinalIgnoreCase));
        findings.AddIf(same != said, "value-unknown", $"alert/{name}");
        return same is null ? default : Enum.Parse<T>(same);
    }

    private static List<CapReference> References(Markup alert, string sender, string identifier, DateTimeOffset? sent, CapMessageType type, CapFindings findings, WorkingCalendar calendar)
    {
        var read = new List<CapReference>();
        foreach (var word in alert.Each("references").SelectMany(r => r.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (word.Split(',') is not [var who, var what, .. var rest] || who.Length == 0 || what.Length == 0)
            {
                findings.Add("reference-form", "alert/references");
                continue;
            }
            var at = rest is [var moment] ? CapMoment.Read(moment, calendar).At : null;
            findings.AddIf(at is null, "reference-form", "alert/references");
            findings.AddIf(who == sender && what == identifier && (at is null || at == sent), "reference-to-itself", "alert/references");
            findings.AddIf(at > sent, "reference-later", "alert/references");
            findings.AddIf(who != sender, "reference-to-others", "alert/references");
            if (read.Count < MostReferences) read.Add(new(CapText.Clip(who, 500), CapText.Clip(what, 500), at));
            else findings.Add("references-many", "alert/references");
        }
        findings.AddIf(read.Count == 0 && type is CapMessageType.Update or CapMessageType.Cancel, "missing-references", "alert");
        findings.AddIf(read.Count == 0 && alert.Each("references").Any(), "references-empty", "alert/references");
        return [.. read.Distinct()];
    }

    /// <summary>What holds of all infos of an alert together.</summary>
    private static void Together(Markup alert, List<CapInfo> infos, CapFindings findings)
    {
        findings.AddIf(infos.Select(i => string.Join(',', i.Categories.Order(StringComparer.Ordinal))).Distinct().Skip(1).Any(), "categories-differ", "alert");
        findings.AddIf(alert.Each("info").Select(i => string.Join(',', Codes(i).Order(StringComparer.Ordinal))).Distinct().Skip(1).Any(), "event-codes-differ", "alert");
        findings.AddIf(infos.Where(i => i.Description is not null).GroupBy(i => i.Description).Any(g => g.Select(i => i.Language).Distinct().Skip(1).Any()), "same-text-in-two-languages", "alert");
    }

    /// <summary>CAP 1.0 writes a code as <c>name=value</c>.</summary>
    private static IEnumerable<string> Codes(Markup info) => info.Each("eventCode").Select(c => c.Says("value") ?? c.Text.Split('=')[^1]);

    /// <summary>By its event, its code, and its headline where no info is of a hazard: a flood in which somebody is missing is a flood.</summary>
    private static bool SeeksPerson(Markup alert, List<CapInfo> infos) =>
        alert.Each("info").Any(i => SoughtPersons.AreIn(i.Says("event") ?? "", Codes(i)))
        || (!infos.Exists(i => i.Categories.Any(Hazards.Contains)) && infos.Exists(i => SoughtPersons.AreIn(i.Headline ?? "", [])));

    private static CapInfo Silent(CapInfo info) => info with { Event = null, SenderName = null, Headline = null, Description = null, Instruction = null, Web = null, Areas = [] };
}
