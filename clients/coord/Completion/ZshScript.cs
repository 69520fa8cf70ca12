using System.Text;

namespace Coordination.CommandLine.Completion;

/// <summary>For zsh: each word with what it is for.</summary>
internal static class ZshScript
{
    internal static string Of(IReadOnlyList<CommandWords> all)
    {
        var script = new StringBuilder("""
            #compdef coord
            # Completion of coord for zsh: source <(coord completion zsh), or this as a file _coord in $fpath
            _coord() {
                local at="" i
                local -a below flags
                for ((i = 2; i < CURRENT; i++)); do
                    case "$at ${words[i]}" in

            """);
        script.Append($"            ({Cases(all.Skip(1).Select(c => c.Path))}) at=\"$at ${{words[i]}}\" ;;\n        esac\n    done\n    case \"$at ${{words[CURRENT-1]}}\" in\n");
        foreach (var command in all)
            foreach (var option in command.Options.Where(o => o.TakesValue))
                script.Append($"        ({Cases(option.Names.Select(n => $"{command.Path} {n}"))}) {(option.Values.Count == 0 ? "_files" : $"compadd -- {string.Join(' ', option.Values)}")}; return ;;\n");
        script.Append("    esac\n    case \"$at\" in\n");
        foreach (var command in all)
            script.Append($"        ({Cases([command.Path])})\n            below=({Described(command.Commands.Concat(command.Values.Select(v => new DescribedWord(v, ""))))})\n            flags=({Described(command.Options.SelectMany(o => o.Names.Select(n => new DescribedWord(n, o.Description))))}) ;;\n");
        return script.Append("""
                esac
                if [[ "${words[CURRENT]}" == -* ]]; then _describe -o option flags
                elif (( ${#below} )); then _describe command below
                else _files; fi
            }
            if [[ "$funcstack[1]" == _coord ]]; then _coord "$@"; else compdef _coord coord; fi

            """).ToString();
    }

    private static string Cases(IEnumerable<string> words) => string.Join('|', words.Select(w => $"\"{w}\""));

    /// <summary>A colon parts the word from its description.</summary>
    private static string Described(IEnumerable<DescribedWord> words) => string.Join(' ', words.Select(w =>
        w.Description.Length == 0 ? $"'{w.Word}'" : $"'{w.Word}:{w.Description.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
}
