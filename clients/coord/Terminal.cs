using Spectre.Console;

namespace Coordination.CommandLine;

/// <summary>The output: colours and a moving board on a terminal, plain long lines in a file or pipe.</summary>
internal static class Terminal
{
    internal static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected) return AnsiConsole.Console;
        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        plain.Profile.Width = 240;
        return plain;
    }

    /// <summary>How far long work has come, on one line that is written over; nobody but a person at a terminal is told.</summary>
    internal static void Progress(string says)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write($"\r{says} ");
    }
}
