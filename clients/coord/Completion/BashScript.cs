using System.Text;

namespace Coordination.CommandLine.Completion;

/// <summary>For bash: where nothing of coord fits, names of files are completed.</summary>
internal static class BashScript
{
    internal static string Of(IReadOnlyList<CommandWords> all)
    {
        var script = new StringBuilder("""
            # Completion of coord for bash: source <(coord completion bash)
            _coord() {
                local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" at="" commands="" options="" i
                COMPREPLY=()
                # --option=value comes as three words, or as two while there is no value yet.
                if [ "$current" = "=" ]; then current=""
                elif [ "$before" = "=" ]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$at ${COMP_WORDS[i]}" in

            """);
        script.Append($"            {Cases(all.Skip(1).Select(c => c.Path))}) at=\"$at ${{COMP_WORDS[i]}}\" ;;\n        esac\n    done\n    case \"$at $before\" in\n");
        foreach (var command in all)
            foreach (var option in command.Options.Where(o => o.TakesValue))
                script.Append($"        {Cases(option.Names.Select(n => $"{command.Path} {n}"))}) {Values(option)}return ;;\n");
        script.Append("    esac\n    case \"$at\" in\n");
        foreach (var command in all)
            script.Append($"        {Cases([command.Path])}) commands=\"{Joined(command.Commands.Select(c => c.Word).Concat(command.Values))}\" options=\"{Joined(command.Options.SelectMany(o => o.Names))}\" ;;\n");
        return script.Append("""
                esac
                case "$current" in
                    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
                    *) COMPREPLY=($(compgen -W "$commands" -- "$current")) ;;
                esac
            }
            complete -o default -F _coord coord

            """).ToString();
    }

    private static string Values(OptionWords option) => option.Values.Count == 0 ? "" : $"COMPREPLY=($(compgen -W \"{Joined(option.Values)}\" -- \"$current\")); ";

    private static string Cases(IEnumerable<string> words) => string.Join('|', words.Select(w => $"\"{w}\""));

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words);
}
