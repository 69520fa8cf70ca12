using System.Text.Json.Nodes;
using Coordination.Host;
using Coordination.Rpc.V1;
using Google.Protobuf.Reflection;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>A method is an operation: each of its fields has its place in the call, or in the answer. A field that had none would be empty for ever, and nobody would be told.</summary>
public sealed class ProtoOperationTests
{
    private static readonly JsonObject[] Documents = [.. Directory.GetFiles(Root.At("contracts", "openapi"), "*.json").Select(f => JsonNode.Parse(File.ReadAllText(f))!.AsObject())];

    public static TheoryData<string> Methods => [.. RegionModules.All.SelectMany(m => m.Rpc).SelectMany(s => s.Methods).Select(m => m.FullName)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_field_of_a_method_has_its_place_in_its_operation(string name)
    {
        var method = RegionModules.All.SelectMany(m => m.Rpc).SelectMany(s => s.Methods).Single(m => m.FullName == name);
        var operation = method.GetOptions().GetExtension(OperationExtensions.Operation);
        var (document, call) = Find(operation);
        Assert.Equal([], Lost(method, document, call));
    }

    [Fact]
    public void A_field_that_the_operation_does_not_know_is_found()
    {
        var method = RegionModules.All.SelectMany(m => m.Rpc).SelectMany(s => s.Methods).First(m => m.Name == "IssueOrder");
        var (document, call) = Find("acceptOrder");
        Assert.Equal([], Lost(method, document, call));
        (document, call) = Find("readOrder");
        Assert.Contains("coordination.command.v1.IssueOrderRequest.idempotency_key", Lost(method, document, call));
    }

    private static List<string> Lost(MethodDescriptor method, JsonObject document, JsonObject call)
    {
        var lost = new List<string>();
        var parameters = (call["parameters"] as JsonArray ?? []).Select(p => (string)p!["name"]!).ToHashSet(StringComparer.Ordinal);
        var body = Json(call["requestBody"]);
        foreach (var field in method.InputType.Fields.InDeclarationOrder())
        {
            if (field.JsonName == "idempotencyKey" && parameters.Contains("Idempotency-Key") || field.JsonName == "version" && parameters.Contains("If-Match") || parameters.Contains(field.JsonName)) continue;
            Compare(field, Properties(document, body)?[field.JsonName], document, lost, []);
        }
        // A stream's messages are the log's, which the events' own catalogue describes.
        if (method.IsServerStreaming) return lost;
        var answer = call["responses"]!.AsObject().Where(r => r.Key[0] == '2').Select(r => Json(r.Value)).Single();
        foreach (var field in method.OutputType.Fields.InDeclarationOrder()) Compare(field, Properties(document, answer)?[field.JsonName], document, lost, []);
        return lost;
    }

    private static void Compare(FieldDescriptor field, JsonNode? schema, JsonObject document, List<string> lost, HashSet<MessageDescriptor> above)
    {
        if (schema is null)
        {
            lost.Add(field.FullName);
            return;
        }
        if (field.FieldType != FieldType.Message || field.MessageType.FullName.StartsWith("google.", StringComparison.Ordinal) || !above.Add(field.MessageType)) return;
        if (field.IsRepeated) schema = Resolve(document, schema)?["items"];
        foreach (var inner in field.MessageType.Fields.InDeclarationOrder()) Compare(inner, Properties(document, schema)?[inner.JsonName], document, lost, above);
        above.Remove(field.MessageType);
    }

    private static JsonNode? Json(JsonNode? part) => part?["content"]?["application/json"]?["schema"];

    private static JsonNode? Properties(JsonObject document, JsonNode? schema) => Resolve(document, schema)?["properties"];

    private static JsonNode? Resolve(JsonObject document, JsonNode? schema) => schema switch
    {
        null => null,
        _ when schema["$ref"] is { } reference => document["components"]!["schemas"]![((string)reference!).Split('/')[^1]],
        _ when schema["oneOf"] is JsonArray choices => Resolve(document, choices.FirstOrDefault(c => c!["$ref"] is not null)),
        _ => schema,
    };

    private static (JsonObject Document, JsonObject Call) Find(string operation) => Documents
        .SelectMany(d => d["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => (Document: d, Call: o.Value!.AsObject())))
        .First(o => (string?)o.Call["operationId"] == operation);
}
