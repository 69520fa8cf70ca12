using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Coordination.Tests.Unit.CommandLine;

/// <summary>The sentences and words in coord's own code, as they are looked up: values numbered, their formats kept.</summary>
internal static partial class SourceTexts
{
    private static readonly string Folder = SourceTree.At("clients", "coord");

    /// <summary>Each file of coord with its text. What goes into an evaluation is for machines too.</summary>
    internal static IReadOnlyList<(string Name, string Code)> Files { get; } = [.. Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Select(f => (Name: Path.GetRelativePath(Folder, f).Replace('\\', '/'), Code: File.ReadAllText(f)))
        .Where(f => f.Name is not ("Drills/ExerciseTime.cs" or "Drills/DrillRun.cs"))];

    internal static IReadOnlySet<string> Sentences { get; } = Files.SelectMany(f => Saying().Matches(f.Code).Select(m => Format(f.Code, m.Index + m.Length))).ToHashSet(StringComparer.Ordinal);

    internal static IReadOnlySet<string> Words { get; } = Files.SelectMany(f => Naming().Matches(f.Code).SelectMany(m => m.Groups["word"].Captures.Select(c => c.Value))).Where(w => w.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where something is printed or thrown that was not looked up.</summary>
    internal static IEnumerable<string> Unsaid => Files.SelectMany(f => Untranslated().Matches(f.Code).Select(m => $"{f.Name}: {f.Code[m.Index..Math.Min(f.Code.Length, m.Index + 80)]}"));

    /// <summary>The format of an interpolated text whose first character is at a place.</summary>
    internal static string Format(string code, int at)
    {
        var (format, holes) = (new StringBuilder(), 0);
        for (; code[at] != '"'; at++)
        {
            if (code[at] == '\\') format.Append(code[++at] == 'n' ? '\n' : code[at]);
            else if (code[at] is '{' or '}' && code[at + 1] == code[at]) format.Append(code[at++], 2);
            else if (code[at] != '{') format.Append(code[at]);
            else (at, _) = (End(code, at + 1, out var shape), format.Append(CultureInfo.InvariantCulture, $"{{{holes++}{shape}}}"));
        }
        return format.ToString();
    }

    /// <summary>The brace that ends a value; what follows its first comma or colon outside brackets is its shape.</summary>
    private static int End(string code, int at, out string shape)
    {
        var (depth, from) = (0, -1);
        for (; code[at] != '}' || depth > 0; at++)
        {
            if (code[at] == '"') at = Skip(code, at);
            else if (code[at] == '\'') at = code.IndexOf('\'', at + 2);
            else if (code[at] is '(' or '[' or '{') depth++;
            else if (code[at] is ')' or ']' or '}') depth--;
            else if (code[at] is ',' or ':' && depth == 0 && from < 0) from = at;
        }
        shape = from < 0 ? "" : code[from..at];
        return at;
    }

    private static int Skip(string code, int at)
    {
        for (at++; code[at] != '"'; at++)
            if (code[at] == '\\') at++;
        return at;
    }

    [GeneratedRegex("""\bSay\(\$"(?!")""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Saying();

    [GeneratedRegex("""(\bWord\(|\bWords\(|Listing\.Print\([^\[\n]*\[)("(?<word>[^"]*)"(, )?)+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Naming();

    [GeneratedRegex("""(RegionException|ServerException|AddError|\.WriteLine(Async)?|MarkupLine|\bsay)\(\$?"[A-Za-z']|aults\.Add\((?![^\n]*\bSay\()[^";\n]*\$?"[A-Za-z']""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Untranslated();
}
