using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Client.Incidents;
using Coordination.Client.Orders;
using Coordination.Client.Reports;
using Coordination.Client.Requests;

namespace Coordination.Tests.ContractTests.Clients;

/// <summary>The records of the typed client are the schemas of the region: every member is there under its name and type, and none is left out.</summary>
public sealed class ClientRecordTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<Type, string, string> Records => new()
    {
        { typeof(NewReport), "intake", "ReceiveReport" }, { typeof(Report), "intake", "ReportView" }, { typeof(ReportContent), "intake", "ReportContent" },
        { typeof(Place), "intake", "Place" }, { typeof(VerifiedValues), "intake", "VerifiedValues" }, { typeof(RailDetails), "intake", "RailDetails" },
        { typeof(NotifiedAgency), "intake", "NotifiedAgency" }, { typeof(ReportContacts), "intake", "ReportContacts" }, { typeof(ReportOutage), "intake", "ReportOutage" },
        { typeof(LateAct), "intake", "LateAct" }, { typeof(LateEntry), "intake", "LateEntry" },
        { typeof(NewIncident), "command", "OpenIncident" }, { typeof(Incident), "command", "IncidentView" }, { typeof(NewCasualties), "command", "CountCasualties" },
        { typeof(CasualtyEntry), "command", "CasualtyEntryView" }, { typeof(OrderTask), "command", "OrderTask" }, { typeof(Order), "command", "OrderView" },
        { typeof(NewRequest), "resources", "DraftRequest" }, { typeof(NewLine), "resources", "DraftLine" }, { typeof(LineRequest), "resources", "AskAgency" },
        { typeof(ResourceRequest), "resources", "RequestView" }, { typeof(RequestLine), "resources", "LineView" }, { typeof(LineAsk), "resources", "LineAskView" },
        { typeof(LineFill), "resources", "LineFillView" },
    };

    [Theory, MemberData(nameof(Records))]
    public void A_record_is_its_schema(Type record, string service, string schema) => Assert.Equal([], Differences(record, Schemas(service), schema));

    [Fact]
    public void A_record_that_is_another_schema_is_found() => Assert.NotEmpty(Differences(typeof(Order), Schemas("command"), "IncidentView"));

    [Fact]
    public void Every_record_of_the_client_that_travels_is_looked_at()
    {
        var looked = Records.Select(r => r.Data.Item1).ToHashSet();
        var travelling = typeof(Order).Assembly.GetExportedTypes().Where(t => t.Namespace is "Coordination.Client.Reports" or "Coordination.Client.Incidents"
            or "Coordination.Client.Orders" or "Coordination.Client.Requests");
        Assert.Equal([], travelling.Where(t => t.GetMethod("<Clone>$") is not null).Except(looked));
    }

    private static List<string> Differences(Type record, JsonObject schemas, string schema)
    {
        var members = schemas[schema]!["properties"]!.AsObject();
        var required = schemas[schema]!["required"]?.AsArray().Select(r => $"{r}").ToHashSet() ?? [];
        var properties = record.GetProperties().ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        return
        [
            .. members.Select(m => m.Key).Except(properties.Keys).Select(m => $"{record.Name} has no {m}"),
            .. properties.Keys.Except(members.Select(m => m.Key)).Select(m => $"{schema} has no {m}"),
            .. properties.Where(p => members.ContainsKey(p.Key)).SelectMany(p => Differences(record, p.Value, members[p.Key]!, schemas)),
            // What is read may lack what has no value; what is written says it or has a default.
            .. properties.Where(p => !schema.EndsWith("View", StringComparison.Ordinal) && !required.Contains(p.Key) && members.ContainsKey(p.Key) && !record.GetConstructors()[0].GetParameters().Single(c => c.Name == p.Value.Name).HasDefaultValue)
                .Select(p => $"{record.Name}.{p.Key} need not be said"),
        ];
    }

    private static IEnumerable<string> Differences(Type record, PropertyInfo property, JsonNode member, JsonObject schemas)
    {
        var (shape, mayBeNull) = Shape(member, schemas);
        if (mayBeNull != (Nullability.Create(property).ReadState == NullabilityState.Nullable)) yield return $"{record.Name}.{property.Name}: {(mayBeNull ? "may" : "may not")} be null";
        var expected = Expected(property.PropertyType);
        if (expected != shape && !(expected == "string" && shape == "names")) yield return $"{record.Name}.{property.Name}: is {expected}, the schema says {shape}";
    }

    private static string Expected(Type type)
    {
        type = EventMember.Bare(type);
        if (EventMember.ItemOf(type) is { } item) return $"{Expected(item)}[]";
        if (type.IsEnum) return "names";
        return type.Name switch { "Guid" => "uuid", "DateTimeOffset" => "date-time", "String" => "string", "Int32" => "int32", "Int64" => "int64", "Double" => "double", "Boolean" => "boolean", _ => "object" };
    }

    private static (string Shape, bool MayBeNull) Shape(JsonNode member, JsonObject schemas)
    {
        if (member["$ref"] is { } name) return Shape(schemas[$"{name}".Split('/')[^1]]!, schemas);
        if (member["oneOf"] is JsonArray choices) return (Shape(choices.First(c => $"{c!["type"]}" != "null")!, schemas).Shape, true);
        if (member["enum"] is not null) return ("names", false);
        var mayBeNull = member["type"] is JsonArray types && types.Any(t => $"{t}" == "null");
        if (member["items"] is { } items) return ($"{Shape(items, schemas).Shape}[]", mayBeNull);
        var type = member["type"] is JsonArray several ? $"{several.First(t => $"{t}" != "null")}" : $"{member["type"]}";
        return (member["format"] is { } format ? $"{format}" : type, mayBeNull);
    }

    private static JsonObject Schemas(string service) => JsonNode.Parse(File.ReadAllText(Root.At("contracts", "openapi", $"{service}.json")))!["components"]!["schemas"]!.AsObject();
}
