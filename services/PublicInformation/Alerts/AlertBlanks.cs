using System.Text.RegularExpressions;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// Blanks in the words of an alert, <c>{{name}}</c>: whoever writes it fills them, and nobody approves before. A name is of any letters. Braces that name none are a blank of the name <c>{{</c>:
/// no <c>{{</c> reaches the public, and every blank can be filled.
/// </summary>
internal static partial class AlertBlanks
{
    private const string Open = "{{";

    /// <summary>Names of the blanks that are left, each once.</summary>
    internal static IReadOnlyList<string> Left(IEnumerable<AlertText> texts, IEnumerable<AlertArea> areas) =>
        [.. texts.SelectMany(Words).Concat(areas.SelectMany(Words)).OfType<string>().SelectMany(w => Blank().Matches(w).Select(Name)).Distinct().Order(StringComparer.Ordinal)];

    internal static Refusal? Refuse(IReadOnlyList<string> left) =>
        left.Count == 0 ? null : new("blank-unfilled", $"Still blank: {string.Join(", ", left)}. Fill them before anybody approves.");

    /// <summary>Null where each names a blank that there is and fills it.</summary>
    internal static Refusal? Fault(IReadOnlyList<AlertBlank> filled, IReadOnlyList<string> left)
    {
        for (var i = 0; i < filled.Count; i++)
        {
            if (!left.Contains(filled[i].Name)) return Refusal.Invalid($"/blanks/{i}/name", "blank-unknown", left.Count == 0 ? "No blank is left." : $"Must be among {string.Join(", ", left)}.");
            if (filled[i].Value.Contains(Open, StringComparison.Ordinal)) return Refusal.Invalid($"/blanks/{i}/value", "blank-unfilled", "What fills a blank has none.");
        }
        return null;
    }

    /// <summary>What is given for a language counts before what is given for all.</summary>
    internal static AlertText Fill(AlertText text, IReadOnlyList<AlertBlank> filled)
    {
        return text with
        {
            Headline = In(text.Headline)!, Description = In(text.Description)!, Instruction = In(text.Instruction)!, Event = In(text.Event), SenderName = In(text.SenderName), Audience = In(text.Audience),
            AreaNames = text.AreaNames is { } names ? [.. names.Select(n => In(n)!)] : null, Web = Address(text.Web),
            Resources = text.Resources is { } files ? [.. files.Select(f => f with { Description = In(f.Description)!, Uri = Address(f.Uri) })] : null,
        };

        string? In(string? words) => Put(words, filled, text.Language);

        // An address holds neither spaces nor letters beyond ASCII.
        string? Address(string? words) => Put(words, [.. filled.Select(b => b with { Value = Uri.EscapeDataString(b.Value) })], text.Language);
    }

    internal static AlertArea Fill(AlertArea area, IReadOnlyList<AlertBlank> filled, string language) => area with
    {
        Description = Put(area.Description, filled, language)!,
        Geocodes = area.Geocodes is { } codes ? [.. codes.Select(c => new AlertGeocode(Put(c.ValueName, filled, language)!, Put(c.Value, filled, language)!))] : null,
    };

    /// <summary>A place whose name is blank is filled for each language: each says it in its own words.</summary>
    internal static AlertText Named(AlertText text, IReadOnlyList<AlertArea> areas) =>
        text.AreaNames is null && areas.Any(a => Blank().IsMatch(a.Description)) ? text with { AreaNames = [.. areas.Select(a => a.Description)] } : text;

    /// <summary>Null where all that was filled still fits.</summary>
    internal static Refusal? TooLong(IReadOnlyList<AlertText> texts, IReadOnlyList<AlertArea> areas) =>
        texts.Any(TooLong) || areas.Any(a => a.Description.Length > 200 || a.Geocodes?.Any(c => c.ValueName.Length > 100 || c.Value.Length > 100) == true)
            ? Refusal.Invalid("/blanks", "length", "Filled like this it is too long: a headline has 140 characters, an event 35, a sender or code 100, an area, audience or description of a file 200, a text or address 2,000, an area's name in a language 4,000. Say it shorter.")
            : null;

    private static bool TooLong(AlertText t) =>
        t.Headline.Length > 140 || t.Event?.Length > 35 || t.Description.Length > 2000 || t.Instruction.Length > 2000 || t.SenderName?.Length > 100 || t.Audience?.Length > 200
        || t.AreaNames?.Any(n => n.Length > 4000) == true || t.Web?.Length > 2000 || t.Resources?.Any(r => r.Description.Length > 200 || r.Uri?.Length > 2000) == true;

    private static string? Put(string? words, IReadOnlyList<AlertBlank> filled, string language) => words is null ? null : Blank().Replace(words, m =>
    {
        var named = filled.Where(b => b.Name == Name(m)).ToList();
        return (named.Find(b => language.Equals(b.Language, StringComparison.OrdinalIgnoreCase)) ?? named.Find(b => b.Language is null))?.Value ?? m.Value;
    });

    private static IEnumerable<string?> Words(AlertText t) =>
        [t.Headline, t.Description, t.Instruction, t.Event, t.SenderName, t.Audience, t.Web, .. t.AreaNames ?? [], .. (t.Resources ?? []).SelectMany(r => new[] { r.Description, r.Uri })];

    private static IEnumerable<string?> Words(AlertArea a) => [a.Description, .. (a.Geocodes ?? []).SelectMany(c => new[] { c.ValueName, c.Value })];

    private static string Name(Match blank) => blank.Groups["name"] is { Success: true } name ? name.Value : Open;

    [GeneratedRegex(@"\{\{(?!\{)(\s*(?<name>[^\s{}]([^{}\r\n]{0,28}[^\s{}])?)\s*\}\})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();
}
