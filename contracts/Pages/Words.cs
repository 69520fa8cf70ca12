using System.Collections.Frozen;

namespace Coordination.Contracts.Pages;

/// <summary>
/// What the page says around the contracts, in a reader's language: <c>words.*.txt</c>, a line for each key; and what the contracts say of themselves, by the
/// English sentence: <c>sentences.*.txt</c>. A sentence that was written anew has no translation, rather than that of another one.
/// </summary>
internal sealed class Words
{
    private readonly FrozenDictionary<string, string> lines, sentences;

    internal Words(string language, string text, string sentences)
    {
        Language = language;
        this.sentences = sentences.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToFrozenDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
        lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2)).ToFrozenDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }

    internal static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    internal string Language { get; }

    internal IEnumerable<string> Keys => lines.Keys;

    /// <summary>The word of a key.</summary>
    /// <exception cref="KeyNotFoundException">Names the key that has none.</exception>
    internal string this[string key] => lines.TryGetValue(key, out var word) ? word : throw new KeyNotFoundException($"words.{Language}.txt has no '{key}'.");

    /// <summary>A sentence of the contracts in the reader's language; null where there is none but the English one.</summary>
    internal string? Translated(string sentence) => sentences.GetValueOrDefault(sentence);

    /// <summary>A sentence of the contracts as HTML, which says when it is in another language than the page.</summary>
    internal string Sentence(string sentence) =>
        Translated(sentence) is { } own ? $"<span>{Html.Of(own)}</span>" : Language == "en" ? $"<span>{Html.Of(sentence)}</span>" : $"<span lang=\"en\">{Html.Of(sentence)}</span>";
}
