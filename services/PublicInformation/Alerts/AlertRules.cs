using System.Xml;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Statements;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What CAP 1.2 and the law ask of an alert beyond the shape of its members.</summary>
internal static class AlertRules
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public static Refusal? Fault(DraftAlert alert, IReadOnlyCollection<string> channels, DateTimeOffset now) =>
        Time(alert, now) ?? Subject(alert) ?? Channel(alert, channels) ?? Words(alert) ?? Places(alert);

    private static Refusal? Time(DraftAlert alert, DateTimeOffset now)
    {
        if (alert.Expires is { } end && (end <= now || end > now + Longest)) return Refusal.Invalid("/expires", "expiry", "An alert ends after now and within 31 days.");
        return alert is { Effective: { } from, Expires: { } to } && from >= to
            ? Refusal.Invalid("/effective", "effective-after-expiry", "An alert takes effect before it ends.")
            : null;
    }

    private static Refusal? Subject(DraftAlert alert)
    {
        if (!alert.SenderArea.All(char.IsAsciiDigit)) return Refusal.Invalid("/senderArea", "area-code", "Six digits (GB/T 2260).");
        if (alert.EventCode is { } code && (!EventCodes.Kinds.TryGetValue(code, out var kind) || kind != alert.Kind))
            return Refusal.Invalid("/eventCode", "event-code", "Must be a shipped code of this kind of event.");
        if (alert.Kind == EventKind.Meteorological && alert.Source is null)
            return Refusal.Invalid("/source", "relay-only", "Weather signals are the met office's alone (气象灾害防御条例 Art. 30): name the signal that is relayed.");
        return alert.Source is { } source && !IsCode(source) ? Refusal.Invalid("/source", "code", "Letters, digits, hyphens, dots and underscores.") : null;
    }

    private static Refusal? Channel(DraftAlert alert, IReadOnlyCollection<string> channels) => alert.Channels.Except(channels).Any()
        ? Refusal.Invalid("/channels", "channel", $"Must be among {string.Join(", ", channels)}.")
        : null;

    private static Refusal? Words(DraftAlert alert)
    {
        for (var i = 0; i < alert.Texts.Count; i++)
        {
            var text = alert.Texts[i];
            if (!Languages.IsTag(text.Language)) return Refusal.Invalid($"/texts/{i}/language", "language", "A language tag such as zh-CN.");
            if (text.Headline == text.Description) return Refusal.Invalid($"/texts/{i}/headline", "headline-is-description", "The headline says it shorter.");
            if (text.AreaNames is { } names && names.Count != alert.Areas.Count) return Refusal.Invalid($"/texts/{i}/areaNames", "area-names", "One name for each area.");
            if (Strings(text).FirstOrDefault(s => !IsXml(s)) is not null) return Refusal.Invalid($"/texts/{i}", "xml-character", "Holds a character that CAP cannot carry.");
        }
        if (Twice(alert.Texts, t => t.Language.ToUpperInvariant())) return Refusal.Invalid("/texts", "language-twice", "Each language is written once.");
        return Twice(alert.Texts, t => t.Description) ? Refusal.Invalid("/texts", "same-text-in-two-languages", "Two languages say the same words: one of them is not translated.") : null;
    }

    private static Refusal? Places(DraftAlert alert)
    {
        for (var i = 0; i < alert.Areas.Count; i++)
        {
            var area = alert.Areas[i];
            if (!IsCode(area.AreaCode)) return Refusal.Invalid($"/areas/{i}/areaCode", "area-code", "A code: digits, or letters, digits and hyphens.");
            if (!IsXml(area.Description)) return Refusal.Invalid($"/areas/{i}/description", "xml-character", "Holds a character that CAP cannot carry.");
            var given = new[] { area.Latitude, area.Longitude, area.RadiusKm }.Count(v => v is not null);
            if (given is not (0 or 3)) return Refusal.Invalid($"/areas/{i}", "circle", "A circle has a latitude, a longitude and a radius.");
            if (area.RadiusKm == 0) return Refusal.Invalid($"/areas/{i}/radiusKm", "circle", "A circle has a radius above 0.");
            if (area.Polygon is { } ring && Polygons.Fault(ring) is { } wrong) return Refusal.Invalid($"/areas/{i}/polygon", "polygon", wrong);
        }
        return null;
    }

    private static IEnumerable<string> Strings(AlertText t) =>
        [t.Headline, t.Description, t.Instruction, t.Event ?? "", t.SenderName ?? "", .. t.AreaNames ?? []];

    private static bool Twice<T>(IReadOnlyList<T> items, Func<T, string> by) => items.Select(by).Distinct().Count() != items.Count;

    private static bool IsCode(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsXml(string text) => text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c));
}
