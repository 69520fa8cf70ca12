using System.Text.Json.Nodes;
using Coordination.Contracts.Pages;
using Coordination.Host;
using Coordination.Tests.ContractTests.Compatibility;

namespace Coordination.Tests.ContractTests.Pages;

/// <summary>One document of all services says exactly what theirs say.</summary>
public sealed class MergedApiTests
{
    private static readonly ContractFiles Files = new(typeof(RegionModules).Assembly);
    private static readonly JsonObject Merged = MergedApi.Of([.. Files.Documents()]);

    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name), "region"];

    [Theory, MemberData(nameof(Modules))]
    public void Every_operation_of_a_service_is_in_it_unchanged(string module)
    {
        var own = Files.Documents().Single(d => d.Name == module).Document;
        Assert.NotEmpty(own["paths"]!.AsObject());
        Assert.Equal([], ApiDifference.Between(own, Merged));
        Assert.Equal([], ApiDifference.Between(Only(own), own));
    }

    [Fact]
    public void It_has_no_other_operation() =>
        Assert.Equal(Files.Documents().Sum(d => d.Document["paths"]!.AsObject().Count), Merged["paths"]!.AsObject().Count);

    [Fact]
    public void An_operation_that_names_roles_asks_for_a_token_and_no_other_does()
    {
        var operations = Merged["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!).ToList();
        Assert.All(operations, o => Assert.Equal(o["x-roles"] is not null, o["security"] is not null));
        Assert.Contains(operations, o => o["security"] is null);
    }

    [Fact]
    public void Schemas_of_one_name_and_two_meanings_are_kept_apart_and_so_is_what_leads_to_them()
    {
        var merged = MergedApi.Of([("a", Service("a", "string")), ("b", Service("b", "integer"))]);
        Assert.Equal(["AInner", "AOuter", "Same", "BInner", "BOuter"], merged["components"]!["schemas"]!.AsObject().Select(s => s.Key));
        Assert.Equal("#/components/schemas/BInner", $"{merged["components"]!["schemas"]!["BOuter"]!["properties"]!["inner"]!["$ref"]}");
        Assert.Equal("#/components/schemas/BOuter", $"{merged["paths"]!["/v1/b"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]}");
    }

    private static JsonObject Only(JsonObject own) =>
        new() { ["paths"] = new JsonObject(Merged["paths"]!.AsObject().Where(p => own["paths"]![p.Key] is not null).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))), ["components"] = Merged["components"]!.DeepClone() };

    private static JsonObject Service(string name, string type) => JsonNode.Parse("""
        {"paths":{"/v1/NAME":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Outer"}}}}}}}},
         "components":{"schemas":{"Inner":{"type":"TYPE"},"Outer":{"type":"object","properties":{"inner":{"$ref":"#/components/schemas/Inner"}}},"Same":{"type":"string"}}}}
        """.Replace("NAME", name, StringComparison.Ordinal).Replace("TYPE", type, StringComparison.Ordinal))!.AsObject();
}
