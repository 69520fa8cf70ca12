using System.Text;

namespace Coordination.CommandLine.Completion;

/// <summary>For fish: a line for each word, under the condition that its command is the one being written.</summary>
internal static class FishScript
{
    internal static string Of(IReadOnlyList<CommandWords> all)
    {
        var script = new StringBuilder("""
            # Completion of coord for fish: coord completion fish | source
            function __coord_at
                set -l at ""
                for word in (commandline -opc)[2..-1]
                    contains -- "$at $word" $__coord_commands; and set at "$at $word"
                end
                test "$at" = "$argv[1]"
            end

            """);
        script.Append($"set -g __coord_commands {string.Join(' ', all.Skip(1).Select(c => $"'{c.Path}'"))}\ncomplete -c coord -e\n");
        foreach (var command in all)
        {
            var condition = $"complete -c coord -n '__coord_at \"{command.Path}\"'";
            foreach (var below in command.Commands) script.Append($"{condition} -f -a {below.Word} -d '{Quoted(below.Description)}'\n");
            foreach (var value in command.Values) script.Append($"{condition} -f -a {value}\n");
            foreach (var option in command.Options) script.Append($"{condition} {Written(option)} -d '{Quoted(option.Description)}'\n");
        }
        return script.ToString();
    }

    /// <summary>Exclusive (<c>-x</c>): a value, and no file; required (<c>-r</c>): a value, files too.</summary>
    private static string Written(OptionWords option) => string.Join(' ', option.Names.Select(n => n.StartsWith("--", StringComparison.Ordinal) ? $"-l {n[2..]}" : $"-s {n[1..]}"))
        + (!option.TakesValue ? " -f" : option.Values.Count == 0 ? " -r" : $" -x -a '{string.Join(' ', option.Values)}'");

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
