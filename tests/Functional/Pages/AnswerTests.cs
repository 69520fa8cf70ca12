using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Resources;

namespace Coordination.Tests.Functional.Pages;

/// <summary>The documents say what a region answers, and not more: whoever reads by them finds every member that they promise.</summary>
public sealed class AnswerTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Fact]
    public async Task An_answer_has_every_member_that_its_document_promises_and_no_other()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.ReadAsync($"/v1/incidents/{await scene.IncidentAsync()}");
        var report = await region.Sender().SendAsync();
        var book = new Book((agency, roles) => region.As(agency, roles), "fire");
        var request = await book.GetAsync($"requests/{await book.RequestAsync("excavator", 2)}");
        var page = await region.As("region", Roles.Operator).GetJsonAsync("/v1/intake/clocks");
        Assert.Equal([], new[] { ("command", "IncidentView", incident), ("intake", "ReportView", report), ("resources", "RequestView", request), ("intake", "PageOfClockView", page) }
            .SelectMany(a => Differences(a.Item1, new JsonObject { ["$ref"] = $"/{a.Item2}" }, JsonNode.Parse(a.Item3.GetRawText()), a.Item2)));
    }

    private static IEnumerable<string> Differences(string service, JsonNode schema, JsonNode? value, string at)
    {
        if (schema["$ref"] is { } name) schema = Schemas(service)[$"{name}".Split('/')[^1]]!;
        if (schema["oneOf"] is JsonArray choices) return Differences(service, choices.First(c => $"{c!["type"]}" != "null")!, value, at);
        if (value is JsonArray items && schema["items"] is { } item) return items.SelectMany((v, i) => Differences(service, item, v, $"{at}/{i}"));
        if (value is not JsonObject members || schema["properties"] is not JsonObject known) return [];
        return (schema["required"]?.AsArray() ?? []).Select(r => $"{r}").Except(members.Select(m => m.Key)).Select(m => $"{at}/{m}: is promised and missing")
            .Concat(members.Select(m => m.Key).Except(known.Select(k => k.Key)).Select(m => $"{at}/{m}: is not said"))
            .Concat(members.Where(m => known.ContainsKey(m.Key)).SelectMany(m => Differences(service, known[m.Key]!, m.Value, $"{at}/{m.Key}")));
    }

    private static JsonObject Schemas(string service) => JsonNode.Parse(File.ReadAllText(SourceTree.At("contracts", "openapi", $"{service}.json")))!["components"]!["schemas"]!.AsObject();
}
