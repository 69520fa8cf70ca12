using System.Text.RegularExpressions;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>Blanks in the words of an alert, <c>{{name}}</c>: whoever writes it fills them, and nobody approves before.</summary>
internal static partial class AlertBlanks
{
    /// <summary>Names of the blanks that are left, each once.</summary>
    internal static IReadOnlyList<string> Left(IEnumerable<AlertText> texts, IEnumerable<AlertArea> areas) =>
        [.. texts.SelectMany(Words).Concat(areas.Select(a => a.Description)).OfType<string>().SelectMany(w => Blank().Matches(w).Select(m => m.Groups["name"].Value)).Distinct().Order(StringComparer.Ordinal)];

    internal static Refusal? Refuse(IReadOnlyList<string> left) =>
        left.Count == 0 ? null : new("blank-unfilled", $"Still blank: {string.Join(", ", left)}. Fill them before anybody approves.");

    /// <summary>Null where each names a blank that there is and fills it.</summary>
    internal static Refusal? Fault(IReadOnlyList<AlertBlank> filled, IReadOnlyList<string> left)
    {
        for (var i = 0; i < filled.Count; i++)
        {
            if (!left.Contains(filled[i].Name)) return Refusal.Invalid($"/blanks/{i}/name", "blank-unknown", left.Count == 0 ? "No blank is left." : $"Must be among {string.Join(", ", left)}.");
            if (Blank().IsMatch(filled[i].Value)) return Refusal.Invalid($"/blanks/{i}/value", "blank-unfilled", "What fills a blank has none.");
        }
        return null;
    }

    /// <summary>What is given for a language counts before what is given for all.</summary>
    internal static AlertText Fill(AlertText text, IReadOnlyList<AlertBlank> filled)
    {
        return text with { Headline = In(text.Headline)!, Description = In(text.Description)!, Instruction = In(text.Instruction)!, Event = In(text.Event), SenderName = In(text.SenderName), AreaNames = text.AreaNames is { } names ? [.. names.Select(n => In(n)!)] : null };

        string? In(string? words) => Put(words, filled, text.Language);
    }

    internal static AlertArea Fill(AlertArea area, IReadOnlyList<AlertBlank> filled, string language) => area with { Description = Put(area.Description, filled, language)! };

    /// <summary>Null where all that was filled still fits.</summary>
    internal static Refusal? TooLong(IReadOnlyList<AlertText> texts, IReadOnlyList<AlertArea> areas) =>
        texts.Any(t => t.Headline.Length > 140 || t.Event?.Length > 35 || t.Description.Length > 2000 || t.Instruction.Length > 2000 || t.SenderName?.Length > 100) || areas.Any(a => a.Description.Length > 200)
            ? Refusal.Invalid("/blanks", "length", "Filled like this a headline has more than 140 characters, an event more than 35, or a text more than 2,000: say it shorter.")
            : null;

    private static string? Put(string? words, IReadOnlyList<AlertBlank> filled, string language) => words is null ? null : Blank().Replace(words, m =>
    {
        var named = filled.Where(b => b.Name == m.Groups["name"].Value).ToList();
        return (named.Find(b => language.Equals(b.Language, StringComparison.OrdinalIgnoreCase)) ?? named.Find(b => b.Language is null))?.Value ?? m.Value;
    });

    private static IEnumerable<string?> Words(AlertText t) => [t.Headline, t.Description, t.Instruction, t.Event, t.SenderName, t.Audience, .. t.AreaNames ?? []];

    [GeneratedRegex(@"\{\{(?<name>[a-z][a-z0-9-]{0,29})\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();
}
