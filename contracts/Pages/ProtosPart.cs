using System.Text;
using System.Text.RegularExpressions;

namespace Coordination.Contracts.Pages;

/// <summary>The protobuf files on the page: a link to each, and its methods with the operations that they are.</summary>
internal static partial class ProtosPart
{
    internal static void Append(StringBuilder page, Words w, ContractFiles files)
    {
        page.Append($"<section aria-labelledby=\"proto\">\n<h2 id=\"proto\">{w["proto"]}</h2>\n<p>{w["proto.text"]}</p>\n<ul>\n");
        foreach (var path in files.Protos)
        {
            page.Append($"<li><a href=\"/proto/{path}\">{path}</a>");
            if (Method().Matches(files.Proto(path)) is { Count: > 0 } methods) page.Append($"<ul>\n{string.Concat(methods.Select(Line))}</ul>\n");
            page.Append("</li>\n");
        }
        page.Append("</ul>\n</section>\n");
    }

    private static string Line(Match method)
    {
        var (name, operation) = (method.Groups["name"].Value, method.Groups["operation"].Value);
        return operation.Length == 0 ? $"<li><code>{name}</code></li>\n" : $"<li><code>{name}</code>: <a href=\"#{operation}\">{operation}</a></li>\n";
    }

    [GeneratedRegex("""^\s*rpc\s+(?<name>\w+)[^{;]*(?:;|\{[^}"]*("(?<operation>\w+)")?)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Method();
}
