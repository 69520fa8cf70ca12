using System.CommandLine;

namespace Coordination.CommandLine.Completion;

/// <summary><c>coord completion SHELL</c>: a script with which a shell completes commands, options and fixed values. It is made from the commands themselves.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, Func<IReadOnlyList<CommandWords>, string>> Shells = new(StringComparer.Ordinal)
    {
        ["bash"] = BashScript.Of, ["zsh"] = ZshScript.Of, ["fish"] = FishScript.Of,
    };

    internal static Command Command()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new Command("completion", "Prints a script that completes commands, options and their values in your shell.") { shell };
        command.SetAction(parsed => Console.Out.Write(Script(parsed.GetRequiredValue(shell), parsed.RootCommandResult.Command)));
        return command;
    }

    internal static string Script(string shell, Command root) => Shells[shell](CommandWords.Of(root));
}
