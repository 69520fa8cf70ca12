using System.Text.Json.Nodes;
using Coordination.CommandLine.Drills;

namespace Coordination.Tests.Unit.Drills;

public sealed class MatchTests
{
    private static readonly JsonNode Answer = JsonNode.Parse("""
        { "state": "Issued", "count": 7, "at": "2026-10-10T14:11:00Z", "none": null, "tags": ["a", "b"],
          "items": [ { "id": 1, "agency": "fire" }, { "id": 2, "agency": "police" }, { "id": 3, "agency": "fire" } ] }
        """)!;

    private static readonly Values Values = new(TestDrills.Minimal());

    [Theory]
    [InlineData("/state", "\"Issued\"")]
    [InlineData("/count", "7")]
    [InlineData("/count", "7.0")]
    [InlineData("/none", "null")]
    [InlineData("/absent", "null")]
    [InlineData("/absent", """{"exists":false}""")]
    [InlineData("/state", """{"exists":true}""")]
    [InlineData("/state", """{"not":"Drafted"}""")]
    [InlineData("/count", """{"min":7,"max":7}""")]
    [InlineData("/tags", """{"contains":"a"}""")]
    [InlineData("/tags", """{"set":["b","a"]}""")]
    [InlineData("/tags", """{"length":2}""")]
    [InlineData("/tags", """["a","b"]""")]
    [InlineData("/state", """{"anyOf":["Drafted","Issued"]}""")]
    [InlineData("/at", """{"at":"+6m"}""")]
    [InlineData("/items/#", "3")]
    [InlineData("/items/[agency=police]/id", "2")]
    [InlineData("/items/[agency=fire]*/id", "[1,3]")]
    [InlineData("/items/[agency=fire]*/#", "2")]
    [InlineData("/items/[agency=fire,id=3]/id", "3")]
    [InlineData("/items/*/id/take=2", "[1,2]")]
    [InlineData("/items/-1/id", "3")]
    public void What_is_as_expected_matches(string path, string expected) => Assert.Null(Match.Mismatch(new(path, JsonNode.Parse(expected), 1), Answer, Values));

    [Theory]
    [InlineData("/state", "\"Drafted\"")]
    [InlineData("/state", "null")]
    [InlineData("/count", "8")]
    [InlineData("/count", "\"7\"")]
    [InlineData("/absent", "7")]
    [InlineData("/absent", """{"exists":true}""")]
    [InlineData("/none", """{"exists":true}""")]
    [InlineData("/state", """{"exists":false}""")]
    [InlineData("/absent", """{"not":7}""")]
    [InlineData("/state", """{"not":"Issued"}""")]
    [InlineData("/count", """{"min":8}""")]
    [InlineData("/count", """{"max":6}""")]
    [InlineData("/absent", """{"max":6}""")]
    [InlineData("/tags", """{"contains":"c"}""")]
    [InlineData("/tags", """{"set":["a"]}""")]
    [InlineData("/tags", """{"length":3}""")]
    [InlineData("/tags", """["b","a"]""")]
    [InlineData("/at", """{"at":"+7m"}""")]
    [InlineData("/absent", """{"at":"+7m"}""")]
    [InlineData("/items/[agency=water]/id", "1")]
    [InlineData("/items/9/id", "1")]
    public void What_differs_does_not(string path, string expected) => Assert.NotNull(Match.Mismatch(new(path, JsonNode.Parse(expected), 1), Answer, Values));

    [Fact]
    public void A_placeholder_alone_keeps_the_type_and_inside_a_text_becomes_text()
    {
        var values = new Values(TestDrills.Minimal());
        values.Keep("order", JsonNode.Parse("""{ "id": "x", "lines": [ { "n": 3 } ] }"""));
        values.Keep("n", 0);
        Assert.Equal("3", values.Fill(JsonValue.Create("{{order.lines.0.n}}"))!.ToJsonString());
        Assert.Equal("/v1/orders/x/lines/3", values.Fill("/v1/orders/{{order.id}}/lines/{{order.lines.{{n}}.n}}"));
        Assert.Equal("2026-10-10T13:05:00Z", values.Fill("{{t0-1h}}"));
        Assert.Equal("Somebody Nobody", values.Fill("Somebody {{canary.name}}"));
        Assert.Throws<UnknownValueException>(() => values.Fill("{{order.lines.1.n}}"));
        Assert.Throws<UnknownValueException>(() => values.Fill("{{never}}"));
    }
}
