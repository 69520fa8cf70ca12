using System.CommandLine;
using System.Globalization;

namespace Coordination.CommandLine;

/// <summary>
/// The language of the help: English, or simplified Chinese where the machine's language is Chinese (<c>LC_ALL</c>, <c>LANG</c>) or <c>COORDINATION_LANG</c> says
/// so. <c>texts.zh-CN.txt</c> holds pairs of lines, English and Chinese; a test sees that no text is without its pair.
/// </summary>
internal static class Language
{
    private static readonly string[] Settings = ["COORDINATION_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    internal static bool IsChinese => Settings.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) is { } set
        ? set.StartsWith("zh", StringComparison.OrdinalIgnoreCase) : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>Says each description of a command, and of all below it, in Chinese.</summary>
    internal static void Translate(Command command)
    {
        var texts = Texts();
        foreach (var symbol in Symbols(command))
            if (symbol.Description is { } english && texts.TryGetValue(english, out var chinese)) symbol.Description = chinese;
    }

    /// <summary>A command, its options and arguments, and those of all below it.</summary>
    internal static IEnumerable<Symbol> Symbols(Command command) =>
        command.Options.Concat<Symbol>(command.Arguments).Prepend(command).Concat(command.Subcommands.SelectMany(Symbols));

    internal static IReadOnlyDictionary<string, string> Texts()
    {
        using var lines = new StreamReader(typeof(Language).Assembly.GetManifestResourceStream("texts.zh-CN")!);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } english)
            if (english.Length > 0) texts.Add(WithRoles(english), WithRoles(lines.ReadLine() ?? ""));
        return texts;
    }

    private static string WithRoles(string text) => text.Replace("ROLES", Regions.KnownRoles.Listed, StringComparison.Ordinal);
}
