using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.AsyncApi;

/// <summary><c>contracts/asyncapi/v1.json</c> is made from the event records; COORDINATION_ACCEPT=1 makes it again.</summary>
public sealed class AsyncApiTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Made => AsyncApiDocument.Make().ToJsonString(Readable) + "\n";

    private static JsonObject Committed => JsonNode.Parse(File.ReadAllText(Document))!.AsObject();

    private static string Document => Root.At("contracts", "asyncapi", "v1.json");

    public static TheoryData<string> Names => EventCatalogue.Names;

    [Fact]
    public void The_document_is_made_from_the_records()
    {
        if (Root.Accept) File.WriteAllText(Document, Made);
        Assert.Equal(Made, File.ReadAllText(Document));
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var document = Committed;
        Assert.Equal([], References(document).Distinct().Where(r => Find(document, r) is null));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_golden_sample_keeps_the_schema_of_its_event(string name)
    {
        var document = Committed;
        var example = document["components"]!["messages"]![name]!["examples"]![0]!["payload"]!;
        Assert.Equal([], SchemaCheck.Of(document, document["components"]!["messages"]![name]!["payload"]!, example));
    }

    [Theory]
    [InlineData("reportId", "\"no id\"")]
    [InlineData("number", "\"two\"")]
    [InlineData("kind", "\"Rumour\"")]
    [InlineData("receivedAt", null)]
    [InlineData("facts", "{\"category\":\"Accident\"}")]
    public void A_sample_that_breaks_its_schema_is_found(string member, string? value)
    {
        var document = Committed;
        var broken = document["components"]!["messages"]!["intake.report-received.v1"]!["examples"]![0]!["payload"]!.DeepClone();
        if (value is null) broken["data"]!.AsObject().Remove(member);
        else broken["data"]![member] = JsonNode.Parse(value);
        Assert.NotEmpty(SchemaCheck.Of(document, document["components"]!["messages"]!["intake.report-received.v1"]!["payload"]!, broken));
    }

    [Fact]
    public void Every_event_vocabulary_and_record_says_what_it_is() =>
        Assert.Equal([], Committed["components"]!["schemas"]!.AsObject().Where(s => s.Value!["description"] is null).Select(s => s.Key));

    internal static JsonNode? Find(JsonNode document, string reference) =>
        reference[2..].Split('/').Aggregate((JsonNode?)document, (at, step) => at?[step]);

    private static IEnumerable<string> References(JsonNode? part) => part switch
    {
        JsonObject o => o.SelectMany(m => m.Key == "$ref" ? [$"{m.Value}"] : References(m.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };
}
