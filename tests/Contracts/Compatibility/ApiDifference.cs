using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>
/// What a client of the baseline could no longer do with the newer document. Additions are no difference; what is sent and what is answered are judged apart:
/// a new demand breaks who sends, a missing member breaks who reads.
/// </summary>
internal sealed class ApiDifference
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private readonly SchemaDifference schemas;
    private readonly List<string> found = [];

    private ApiDifference(JsonObject before, JsonObject after) => schemas = new(before, after, found);

    /// <summary>One line for each break; none when every call of the baseline still works.</summary>
    internal static IReadOnlyList<string> Between(JsonObject before, JsonObject after)
    {
        var difference = new ApiDifference(before, after);
        foreach (var (path, item) in before["paths"]!.AsObject())
            foreach (var method in Methods.Where(m => item![m] is not null))
                difference.Compare($"{method.ToUpperInvariant()} {path}", item![method]!, after["paths"]![path]?[method]);
        return [.. difference.found.Distinct()];
    }

    private void Compare(string place, JsonNode before, JsonNode? after)
    {
        if (after is null)
        {
            found.Add($"{place}: the operation is gone");
            return;
        }
        if (before["operationId"]?.ToString() is { } id && after["operationId"]?.ToString() is var now && now != id) found.Add($"{place}: is no longer {id}");
        Parameters(place, List(before), List(after));
        Body(place, before["requestBody"], after["requestBody"]);
        Answers(place, before["responses"]!.AsObject(), after["responses"]!.AsObject());
    }

    private void Parameters(string place, Dictionary<string, JsonNode> before, Dictionary<string, JsonNode> after)
    {
        foreach (var (name, old) in before)
            if (!after.TryGetValue(name, out var now)) found.Add($"{place}: the {name} is gone");
            else
            {
                if (IsRequired(now) && !IsRequired(old)) found.Add($"{place}: the {name} is now required");
                schemas.Sent($"{place}: the {name}", old["schema"], now["schema"]);
            }
        found.AddRange(after.Where(p => IsRequired(p.Value) && !before.ContainsKey(p.Key)).Select(p => $"{place}: the {p.Key} is new and required"));
    }

    private void Body(string place, JsonNode? before, JsonNode? after)
    {
        if (IsRequired(after) && !IsRequired(before)) found.Add($"{place}: a body is now required");
        foreach (var (type, content) in Contents(before))
            if (after?["content"]?[type] is { } now) schemas.Sent($"{place}: body", content!["schema"], now["schema"]);
            else found.Add($"{place}: takes no {type} any more");
    }

    private void Answers(string place, JsonObject before, JsonObject after)
    {
        foreach (var (status, old) in before)
            if (after[status] is not { } now) found.Add($"{place}: no longer answers {status}");
            else
                foreach (var (type, content) in Contents(old))
                    if (now["content"]?[type] is { } answer) schemas.Given($"{place}: {status}", content!["schema"], answer["schema"]);
                    else found.Add($"{place}: {status} is no {type} any more");
    }

    private static JsonObject Contents(JsonNode? part) => part?["content"]?.AsObject() ?? [];

    private static bool IsRequired(JsonNode? part) => part?["required"]?.GetValue<bool>() == true;

    private static Dictionary<string, JsonNode> List(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(p => $"{p!["in"]} parameter {p["name"]}", p => p!, StringComparer.Ordinal);
}
