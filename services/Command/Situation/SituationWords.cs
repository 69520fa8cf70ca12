using System.Collections.Frozen;
using System.Text;

namespace Coordination.Command.Situation;

/// <summary>The words of the page: vocabularies and headings by their English, in Chinese from <c>situation.zh-CN.txt</c>.</summary>
internal sealed class SituationWords
{
    private static readonly Lazy<FrozenDictionary<string, string>> Chinese = new(Read);

    private readonly FrozenDictionary<string, string>? words;

    private SituationWords(string language, FrozenDictionary<string, string>? words) => (Language, this.words) = (language, words);

    public string Language { get; }

    public static SituationWords For(bool isChinese) => isChinese ? new("zh-CN", Chinese.Value) : new("en", null);

    /// <summary>A heading, or a value of a vocabulary; one without a translation stays as it is.</summary>
    public string Of(string word) => words is null ? Spaced(word) : words.GetValueOrDefault(word, word);

    public string Of<TValue>(TValue value) where TValue : struct, Enum => Of($"{value}");

    public bool Knows(string word) => words?.ContainsKey(word) ?? true;

    /// <summary><c>FloodOrDrought</c> as people write it; codes and whole phrases as they are.</summary>
    private static string Spaced(string word)
    {
        if (word.Contains(' ', StringComparison.Ordinal)) return word;
        var text = new StringBuilder(word.Length + 8);
        for (var i = 0; i < word.Length; i++)
            _ = i > 0 && char.IsUpper(word[i]) && char.IsLower(word[i - 1]) ? text.Append(' ').Append(char.ToLowerInvariant(word[i])) : text.Append(word[i]);
        return text.ToString();
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var lines = new StreamReader(typeof(SituationWords).Assembly.GetManifestResourceStream("situation.zh-CN.txt")!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(" = ", 2)).ToFrozenDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }
}
