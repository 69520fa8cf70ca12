using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Coordination.CommandLine.Help;

/// <summary>The help of a command, and after it how the command is used: the lines of <c>examples.txt</c> that are calls of it or of one below it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Program = "coord ";
    private const int Most = 12;

    public override bool ClearsParseErrors => true;

    /// <summary>Has the help of a root command, and of all below it, end with examples.</summary>
    internal static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var status = help.Invoke(parseResult);
        var to = parseResult.InvocationConfiguration.Output;
        var examples = Of(parseResult.RootCommandResult.Command, parseResult.CommandResult.Command);
        if (examples.Count == 0) return status;
        to.WriteLine(Language.Say($"Examples:"));
        foreach (var example in examples.Take(Most)) to.WriteLine($"  {example}");
        to.WriteLine();
        return status;
    }

    /// <summary>All lines, as they are written.</summary>
    internal static IReadOnlyList<string> All()
    {
        using var lines = new StreamReader(typeof(HelpWithExamples).Assembly.GetManifestResourceStream("examples")!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a line calls: what stands before coord, and after it in the shell, is not coord's.</summary>
    internal static string Arguments(string example)
    {
        var from = example.IndexOf(Program, StringComparison.Ordinal) + Program.Length;
        return example[from..].Split([" | ", " > ", ")"], StringSplitOptions.None)[0];
    }

    private static List<string> Of(Command root, Command command)
    {
        var wanted = command.Subcommands.SelectMany(Below).Prepend(command).ToHashSet();
        return [.. All().Where(e => wanted.Contains(root.Parse(Arguments(e)).CommandResult.Command))];
    }

    private static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(Below).Prepend(command);
}
