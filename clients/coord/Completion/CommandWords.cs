using System.CommandLine;
using System.CommandLine.Completions;

namespace Coordination.CommandLine.Completion;

/// <summary>What may follow a command.</summary>
/// <param name="Path">Its words after <c>coord</c>, each after a blank; empty for coord itself.</param>
/// <param name="Commands">The commands below it.</param>
/// <param name="Options">Its options.</param>
/// <param name="Values">The fixed values of its argument.</param>
internal sealed record CommandWords(string Path, IReadOnlyList<DescribedWord> Commands, IReadOnlyList<OptionWords> Options, IReadOnlyList<string> Values)
{
    /// <summary>A command and all below it.</summary>
    internal static IReadOnlyList<CommandWords> Of(Command command) => [.. Of(command, "", [])];

    private static IEnumerable<CommandWords> Of(Command command, string path, IReadOnlyList<Option> inherited)
    {
        Option[] options = [.. command.Options.Where(o => !o.Hidden), .. inherited];
        var below = command.Subcommands.Where(c => !c.Hidden).ToList();
        yield return new(
            path, [.. below.Select(c => new DescribedWord(c.Name, c.Description ?? ""))], [.. options.Select(OptionWords.Of)], [.. command.Arguments.SelectMany(OptionWords.Fixed)]);
        var recursive = options.Where(o => o.Recursive).ToList();
        foreach (var words in below.SelectMany(c => Of(c, $"{path} {c.Name}", recursive))) yield return words;
    }
}

/// <summary>A word and what it is for.</summary>
internal sealed record DescribedWord(string Word, string Description);

/// <summary>An option.</summary>
/// <param name="Names">How it is written: <c>--kind</c>, <c>-k</c>.</param>
/// <param name="Description">What it is for.</param>
/// <param name="TakesValue">False for one that is only there or not.</param>
/// <param name="Values">Its fixed values; empty where anything goes.</param>
internal sealed record OptionWords(IReadOnlyList<string> Names, string Description, bool TakesValue, IReadOnlyList<string> Values)
{
    internal static OptionWords Of(Option option)
    {
        var takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);
        // "-?" and "/h" are for other systems.
        return new([.. option.Aliases.Prepend(option.Name).Where(n => n is ['-', .., not '?'])], option.Description ?? "", takesValue, takesValue ? [.. Fixed(option)] : []);
    }

    internal static IEnumerable<string> Fixed(Symbol symbol) => symbol.GetCompletions(CompletionContext.Empty).Select(c => c.InsertText ?? c.Label);
}
