using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake;

/// <summary>Codes that name agencies, areas and documents in events: never free text.</summary>
internal static class Code
{
    /// <summary>Null for 1 to 64 letters, digits, and <c>. _ : / -</c>.</summary>
    internal static Refusal? Refuse(string pointer, string? text) =>
        text is null || (text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '/'))
            ? null
            : Refusal.Invalid(pointer, "code", "Must be a code of 1 to 64 letters, digits, and . _ : / - without spaces.");

    /// <summary>Null when the event code is one of the shipped ones and names this kind and category.</summary>
    internal static Refusal? RefuseEvent(string pointer, string? eventCode, EventKind? kind, IncidentCategory? category)
    {
        if (kind is { } k && category is { } c && EventCodes.CategoryOf(k) != c)
            return Refusal.Invalid($"{pointer}/eventKind", "kind-of-another-category", $"{k} belongs to {EventCodes.CategoryOf(k)}.");
        if (eventCode is null) return null;
        if (!EventCodes.Kinds.TryGetValue(eventCode, out var named))
            return Refusal.Invalid($"{pointer}/eventCode", "unknown-event-code", "Must be one of the event codes that the region ships.");
        if ((kind is { } other && other != named) || (category is { } group && EventCodes.CategoryOf(named) != group))
            return Refusal.Invalid($"{pointer}/eventCode", "code-of-another-kind", $"This code names {named}.");
        return null;
    }
}
