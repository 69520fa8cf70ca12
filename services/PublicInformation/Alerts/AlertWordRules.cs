using Coordination.Platform;
using Coordination.PublicInformation.Statements;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What CAP 1.2 asks of what is said in each language, and of the files that belong to it.</summary>
internal static class AlertWordRules
{
    internal const int MostInline = 48_000;

    internal static Refusal? Fault(DraftAlert alert)
    {
        for (var i = 0; i < alert.Texts.Count; i++)
            if (Text(alert.Texts[i], alert.Areas.Count, $"/texts/{i}") is { } wrong) return wrong;
        if (Twice(alert.Texts, t => t.Language.ToUpperInvariant())) return Refusal.Invalid("/texts", "language-twice", "Each language is written once.");
        // Two variants of one language (zh-CN and zh-TW) may say the same.
        if (Twice([.. alert.Texts.DistinctBy(t => t.Language.Split('-')[0].ToUpperInvariant())], t => t.Description)) return Refusal.Invalid("/texts", "same-text-in-two-languages", "Two languages say the same words: one of them is not translated.");
        return alert.Texts.SelectMany(t => t.Resources ?? []).Sum(r => r.DerefUri?.Length ?? 0) > MostInline
            ? Refusal.Invalid("/texts", "resource-size", $"Contents of files have {MostInline} characters together: give an address instead.")
            : null;
    }

    private static Refusal? Text(AlertText text, int areas, string at)
    {
        if (!Languages.IsTag(text.Language)) return Refusal.Invalid($"{at}/language", "language", "A language tag such as zh-CN.");
        if (text.Headline == text.Description) return Refusal.Invalid($"{at}/headline", "headline-is-description", "The headline says it shorter.");
        if (text.AreaNames is { } names && names.Count != areas) return Refusal.Invalid($"{at}/areaNames", "area-names", "One name for each area.");
        if (Words(text).Select(w => AlertRules.Unreadable(w, at)).FirstOrDefault(r => r is not null) is { } odd) return odd;
        if (text.Web is { } web && !IsAddress(web, "http", "https")) return Refusal.Invalid($"{at}/web", "web-form", "A whole address that begins with https:// or http://.");
        for (var i = 0; i < (text.Resources?.Count ?? 0); i++)
            if (Resource(text.Resources![i], $"{at}/resources/{i}") is { } wrong) return wrong;
        return null;
    }

    private static Refusal? Resource(AlertResource resource, string at)
    {
        if (AlertRules.Unreadable(resource.Description, $"{at}/description") is { } odd) return odd;
        if (resource.MimeType.Split('/') is not [{ Length: > 0 } type, { Length: > 0 } kind] || !$"{type}{kind}".All(c => char.IsAsciiLetterOrDigit(c) || "!#$&-^_.+".Contains(c, StringComparison.Ordinal)))
            return Refusal.Invalid($"{at}/mimeType", "resource-type", "A media type such as image/png.");
        if (resource.DerefUri is { } content)
        {
            if (!System.Buffers.Text.Base64.IsValid(content)) return Refusal.Invalid($"{at}/derefUri", "resource-base64", "The content of the file in Base64.");
            return resource.Uri is { } name && !IsAddress(name, "https") && !IsFileName(name) ? Refusal.Invalid($"{at}/uri", "resource-uri", "An https address, or the name of the file whose content is given.") : null;
        }
        return resource.Uri is { } uri && IsAddress(uri, "https") ? null : Refusal.Invalid($"{at}/uri", "resource-uri", "An https address from which everybody can load the file, or its content as derefUri.");
    }

    private static bool IsAddress(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && !text.Any(c => char.IsWhiteSpace(c) || !char.IsAscii(c));

    private static bool IsFileName(string text) => AlertRules.IsCode(text);

    private static IEnumerable<string?> Words(AlertText t) => [t.Headline, t.Description, t.Instruction, t.Event, t.SenderName, t.Audience, .. t.AreaNames ?? []];

    private static bool Twice<T>(IReadOnlyList<T> items, Func<T, string> by) => items.Select(by).Distinct().Count() != items.Count;
}
