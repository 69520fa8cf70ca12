using System.Xml;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// What CAP 1.2 and the law ask of an alert beyond the shape of its members; words and places have a file of their own. The rules that no draft can break are kept by what writes it: status,
/// scope, sender, identifier, references and incidents are no members of a draft.
/// </summary>
internal static class AlertRules
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <param name="alert">What somebody wrote.</param>
    /// <param name="channels">Those of the package.</param>
    /// <param name="settings">Of the package.</param>
    /// <param name="now">The moment.</param>
    /// <param name="old">What it refers to: what is taken over from it as it stands went out already, and no younger rule may keep it from being updated or cancelled.</param>
    public static Refusal? Fault(DraftAlert alert, IReadOnlyCollection<string> channels, AlertSettings settings, DateTimeOffset now, Alert? old = null) =>
        Time(alert, now) ?? Subject(alert) ?? Channel(alert, channels)
        ?? (ReferenceEquals(alert.Texts, old?.Texts) ? null : AlertWordRules.Fault(alert)) ?? (ReferenceEquals(alert.Areas, old?.Areas) ? null : AlertPlaceRules.Fault(alert.Areas, settings.AreaCodeSystem));

    private static Refusal? Time(DraftAlert alert, DateTimeOffset now)
    {
        if (alert.Expires is { } end && (end <= now || end > now + Longest)) return Refusal.Invalid("/expires", "expiry", "An alert ends after now and within 31 days.");
        if (alert is { Effective: { } from, Expires: { } to } && from >= to) return Refusal.Invalid("/effective", "effective-after-expiry", "An alert takes effect before it ends.");
        return alert is { Onset: { } onset, Expires: { } last } && onset >= last ? Refusal.Invalid("/onset", "onset-after-expiry", "What it warns of begins before the alert ends: give an earlier onset or a later end.") : null;
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

    internal static bool IsCode(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Null, or why CAP cannot carry the words as they are meant.</summary>
    internal static Refusal? Unreadable(string? text, string at) => text is null ? null
        : !text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? Refusal.Invalid(at, "xml-character", "Holds a character that CAP cannot carry.")
        : text.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069') ? Refusal.Invalid(at, "hidden-characters", "Holds signs that turn the direction of reading: what is read could differ from what is written. Leave them out.")
        : null;
}
