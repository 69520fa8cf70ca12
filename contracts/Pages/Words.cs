using System.Collections.Frozen;

namespace Coordination.Contracts.Pages;

/// <summary>What the page says around the contracts, in a reader's language: <c>words.*.txt</c>, a line for each key.</summary>
internal sealed class Words
{
    private readonly FrozenDictionary<string, string> lines;

    internal Words(string language, string text)
    {
        Language = language;
        lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2)).ToFrozenDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }

    internal static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    internal string Language { get; }

    internal IEnumerable<string> Keys => lines.Keys;

    /// <summary>The word of a key.</summary>
    /// <exception cref="KeyNotFoundException">Names the key that has none.</exception>
    internal string this[string key] => lines.TryGetValue(key, out var word) ? word : throw new KeyNotFoundException($"words.{Language}.txt has no '{key}'.");
}
