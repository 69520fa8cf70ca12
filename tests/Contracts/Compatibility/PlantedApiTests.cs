using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>The comparison of documents finds each kind of break where it is planted, and lets every addition pass.</summary>
public sealed class PlantedApiTests
{
    private const string Order = "/v1/orders/{id}/acknowledge";

    public static TheoryData<string, string, string> Breaks => new()
    {
        { "paths", Order, "the operation is gone" },
        { $"paths|{Order}|post|parameters", "0", "parameter id is gone" },
        { $"paths|{Order}|post|responses", "200", "no longer answers 200" },
        { $"paths|{Order}|post|responses|200|content", "application/json", "is no application/json any more" },
        { $"paths|{Order}|post|requestBody|content", "application/json", "takes no application/json any more" },
        { "components|schemas|OrderView|properties", "state", ".state: is gone" },
        { "components|schemas|Occurrence|properties", "occurredAt", "occurredAt: is gone" },
        { "components|schemas|OrderState|enum", "0", "the value" },
    };

    [Theory, MemberData(nameof(Breaks))]
    public void What_is_taken_away_is_found(string at, string name, string found) => Finds(found, document =>
    {
        var holder = Walk(document, at);
        if (holder is JsonArray list) list.RemoveAt(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture));
        else Assert.True(holder.AsObject().Remove(name), $"there is no {name} to take away");
    });

    [Theory]
    [InlineData("{\"name\":\"why\",\"in\":\"query\",\"required\":true,\"schema\":{\"type\":\"string\"}}", "query parameter why is new and required")]
    [InlineData("{\"name\":\"X-Why\",\"in\":\"header\",\"required\":true,\"schema\":{\"type\":\"string\"}}", "header parameter X-Why is new and required")]
    public void A_new_demand_is_found(string parameter, string found) =>
        Finds(found, d => Walk(d, $"paths|{Order}|post|parameters").AsArray().Add(JsonNode.Parse(parameter)));

    [Fact]
    public void A_parameter_that_becomes_required_is_found() =>
        Finds("is now required", d => Walk(d, $"paths|{Order}|post|parameters").AsArray().First(p => $"{p!["name"]}" == "Coordination-Exercise")!["required"] = true);

    [Fact]
    public void A_new_member_that_must_be_sent_is_found() => Finds(".why: is new and required", d =>
    {
        Walk(d, "components|schemas|Occurrence|properties")["why"] = new JsonObject { ["type"] = "string" };
        var body = Walk(d, "components|schemas|Occurrence");
        body["required"] = new JsonArray([.. (body["required"]?.AsArray() ?? []).Select(r => r!.DeepClone()), "why"]);
    });

    [Theory]
    [InlineData("components|schemas|OrderView|properties|id", "type", "\"integer\"", "was string, is integer")]
    [InlineData("components|schemas|OrderView|properties|id", "format", "\"email\"", "its format was 'uuid', is 'email'")]
    [InlineData("components|schemas|OrderView", "required", "[]", ".id: may now be missing")]
    [InlineData("components|schemas|OrderProgress|properties|percent", "maximum", "50", "maximum is now 50")]
    public void What_changes_its_meaning_is_found(string at, string name, string value, string found) => Finds(found, d => Walk(d, at)[name] = JsonNode.Parse(value));

    [Fact]
    public void Additions_pass()
    {
        var (before, after) = (Document(), Document());
        after["paths"]!["/v1/new"] = after["paths"]![Order]!.DeepClone();
        Walk(after, $"paths|{Order}|post|parameters").AsArray().Add(JsonNode.Parse("{\"name\":\"why\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}}"));
        Walk(after, "components|schemas|OrderView|properties")["note"] = new JsonObject { ["type"] = "string" };
        Walk(after, "components|schemas|OrderView|required").AsArray().Add("note");
        Walk(after, "components|schemas|Occurrence|properties")["note"] = new JsonObject { ["type"] = "string" };
        Walk(after, "components|schemas|OrderState|enum").AsArray().Add("Renamed");
        Assert.Equal([], ApiDifference.Between(before, after));
    }

    [Fact]
    public void A_component_with_another_name_and_the_same_shape_passes()
    {
        var text = Document().ToJsonString();
        Assert.Equal([], ApiDifference.Between(Document(), JsonNode.Parse(text.Replace("OrderView", "OrderAsShown", StringComparison.Ordinal))!.AsObject()));
    }

    private static void Finds(string found, Action<JsonObject> plant)
    {
        var after = Document();
        plant(after);
        Assert.Contains(ApiDifference.Between(Document(), after), b => b.Contains(found, StringComparison.Ordinal));
    }

    private static JsonNode Walk(JsonNode document, string at) =>
        at.Split('|').Aggregate(document, (node, step) => node[step] ?? throw new KeyNotFoundException($"{at}: there is no {step}"));

    private static JsonObject Document() => JsonNode.Parse(File.ReadAllText(Root.At("contracts", "openapi", "command.json")))!.AsObject();
}
