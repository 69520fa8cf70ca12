using System.Text.Json.Nodes;
using Coordination.Host;

namespace Coordination.Tests.ContractTests;

/// <summary>The committed OpenAPI documents: each operation says what it does, what it answers and how it refuses.</summary>
public sealed class OpenApiTests
{
    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name)];

    [Fact]
    public void Every_module_has_a_document_and_none_is_stale() =>
        Assert.Equal(RegionModules.All.Select(m => m.Name).Order(StringComparer.Ordinal),
            Directory.GetFiles(Root.At("contracts", "openapi"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Modules))]
    public void An_operation_has_a_summary_an_id_and_answers(string module)
    {
        foreach (var (place, operation) in Operations(module))
        {
            Assert.True(operation["summary"]?.GetValue<string>() is { } summary && summary.Contains(' ', StringComparison.Ordinal) && summary.EndsWith('.'), $"{place} has no summary that is a sentence");
            Assert.True(operation["operationId"] is not null, $"{place} has no operationId");
            var responses = operation["responses"]!.AsObject();
            Assert.True(responses.Any(r => r.Key[0] == '2'), $"{place} names no success");
            Assert.True(responses.ContainsKey("default") || responses.ContainsKey("400"), $"{place} names no problem document");
        }
    }

    [Theory, MemberData(nameof(Modules))]
    public void A_path_is_versioned_and_its_segments_are_kebab_case(string module) =>
        Assert.Equal([], Document(module)["paths"]!.AsObject().Select(p => p.Key).Where(p => !p.StartsWith("/v1/", StringComparison.Ordinal)
            || p.Split('/').Any(s => s.Length > 0 && s[0] != '{' && s.Any(c => char.IsAsciiLetterUpper(c) || c == '_'))));

    [Theory, MemberData(nameof(Modules))]
    public void A_body_refuses_members_it_does_not_know(string module)
    {
        foreach (var (place, operation) in Operations(module))
            if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema && schema["$ref"]?.GetValue<string>().Split('/')[^1] is { } name)
                Assert.True(Document(module)["components"]!["schemas"]![name]!["additionalProperties"]?.GetValue<bool>() == false, $"{place}: {name} is open");
    }

    [Fact]
    public void An_operation_id_names_one_operation_of_the_region()
    {
        var ids = RegionModules.All.SelectMany(m => Operations(m.Name)).Select(o => o.Operation["operationId"]?.GetValue<string>());
        Assert.Equal([], ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void A_path_belongs_to_one_service()
    {
        var paths = RegionModules.All.SelectMany(m => Operations(m.Name).Select(o => (o.Place, m.Name)));
        Assert.Equal([], paths.GroupBy(p => p.Place).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static IEnumerable<(string Place, JsonObject Operation)> Operations(string module) =>
        from path in Document(module)["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!.AsObject());

    private static JsonNode Document(string module) => JsonNode.Parse(File.ReadAllText(Root.At("contracts", "openapi", $"{module}.json")))!;
}
