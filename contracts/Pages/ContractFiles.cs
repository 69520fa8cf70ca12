using System.Reflection;
using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>The contracts as a program carries them: the committed documents, under the names that <c>Pages.props</c> gives them.</summary>
internal sealed class ContractFiles(Assembly program)
{
    private const string Api = "openapi/";

    /// <summary>The services, by the names of their documents.</summary>
    internal IReadOnlyList<string> Services { get; } = [.. Names(program, Api).Select(n => n[Api.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The protobuf files by the paths under which each imports the others.</summary>
    internal IReadOnlyList<string> Protos { get; } =
    [
        .. Names(program, "proto/").Select(n => $"coordination/{n["proto/".Length..]}.proto").Order(StringComparer.Ordinal),
        .. Names(program, "grpc/").Select(n => $"{n}.proto").Order(StringComparer.Ordinal),
    ];

    internal string Document(string service) => Text(Api + service);

    /// <summary>Each service's document, and what the front door itself answers.</summary>
    internal IEnumerable<(string Name, JsonObject Document)> Documents() =>
        Services.Select(s => (s, Parse(Document(s)))).Append(("region", Parse(Text("front"))));

    internal string AsyncApi() => Text("asyncapi");

    internal string Proto(string path)
    {
        var name = path[..^".proto".Length];
        return Text(name.StartsWith("coordination/", StringComparison.Ordinal) ? $"proto/{name["coordination/".Length..]}" : name);
    }

    /// <summary>The words of a language; English is the contracts' own, so it has no sentences.</summary>
    internal Words Words(string language) => new(language, Text($"words/words.{language}"), language == "en" ? "" : Text($"words/sentences.{language}"));

    internal string Style() => Text("page.css");

    private string Text(string name)
    {
        using var stream = new StreamReader(program.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{program.GetName().Name} carries no '{name}'."));
        return stream.ReadToEnd();
    }

    private static IEnumerable<string> Names(Assembly program, string prefix) =>
        program.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal));

    private static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject();
}
