using Spectre.Console;

namespace Coordination.CommandLine.Drills;

/// <summary>Opens a drill file and says what is wrong with it.</summary>
internal static class DrillFile
{
    internal static Drill? Open(FileInfo file, IAnsiConsole console)
    {
        if (!file.Exists)
        {
            console.MarkupLine($"[red]{Markup.Escape(Language.Say($"There is no file {file.FullName}."))}[/]");
            return null;
        }
        var (drill, faults) = DrillReader.Read(File.ReadAllText(file.FullName));
        foreach (var fault in faults) console.WriteLine($"{file.Name}:{fault.Line}: {fault.Says}");
        return drill;
    }
}
