using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.AsyncApi;

/// <summary>The events of a region as an AsyncAPI 3.0 document, made from their records: the whole log as one channel, and each event type as its own.</summary>
internal static class AsyncApiDocument
{
    private const string Log = "/v1/events";

    internal static JsonObject Make()
    {
        var schemas = EventSchemas.All();
        schemas["CloudEvent"] = Envelope();
        return new()
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Coordination: events",
                ["version"] = "v1",
                ["description"] = "Every event of a region. An event type is the CloudEvents type, the exchange of the broker and the topic of pub/sub. "
                    + "Readers pass over members and vocabulary values that they do not know.",
            },
            ["defaultContentType"] = "application/cloudevents+json",
            ["channels"] = Channels(),
            ["operations"] = Operations(),
            ["components"] = new JsonObject { ["messages"] = Messages(), ["schemas"] = schemas },
        };
    }

    private static JsonObject Channels()
    {
        var channels = new JsonObject
        {
            ["log"] = new JsonObject
            {
                ["address"] = Log,
                ["summary"] = "The region's log as server-sent events, in one sequence; it goes on after Last-Event-ID.",
                ["messages"] = new JsonObject(EventCatalogue.All.Select(e => KeyValuePair.Create(e.Name, (JsonNode?)Ref($"#/components/messages/{e.Name}")))),
            },
        };
        foreach (var (name, _) in EventCatalogue.All)
            channels[name] = new JsonObject { ["address"] = name, ["messages"] = new JsonObject { [name] = Ref($"#/components/messages/{name}") } };
        return channels;
    }

    private static JsonObject Operations()
    {
        var operations = new JsonObject
        {
            ["followLog"] = new JsonObject { ["action"] = "send", ["channel"] = Ref("#/channels/log"), ["summary"] = "The region gives every event that the reader may see." },
        };
        foreach (var (name, _) in EventCatalogue.All)
            operations[name] = new JsonObject
            {
                ["action"] = "send",
                ["channel"] = Ref($"#/channels/{name}"),
                ["messages"] = new JsonArray(Ref($"#/channels/{name}/messages/{name}")),
            };
        return operations;
    }

    private static JsonObject Messages() => new(EventCatalogue.All.Select(e => KeyValuePair.Create(e.Name, (JsonNode?)new JsonObject
    {
        ["name"] = e.Name,
        ["title"] = e.Type.Name,
        ["summary"] = Meanings.Of(e.Type),
        ["payload"] = new JsonObject
        {
            ["allOf"] = new JsonArray(EventSchemas.To("CloudEvent"), new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("type", "data"),
                ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = e.Name }, ["data"] = EventSchemas.To(e.Name) },
            }),
        },
        ["examples"] = new JsonArray(new JsonObject { ["name"] = "golden", ["payload"] = Example(e.Name) }),
    })));

    private static JsonObject Example(string name) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = "0198a000-0000-7000-8000-00000000000e",
        ["source"] = $"local/region/{(name.Split('.')[0] is var service && service == "clocks" ? "command" : service)}",
        ["type"] = name,
        ["subject"] = "0198a000-0000-7000-8000-000000000009",
        ["time"] = "2010-07-27T23:31:00+00:00",
        ["datacontenttype"] = "application/json",
        ["tlp"] = EventCatalogue.LabelOf(name).Label,
        ["data"] = JsonNode.Parse(File.ReadAllText(Root.At("contracts", "events", "samples", $"{name}.json"))),
    };

    private static JsonObject Envelope()
    {
        JsonNode Text(string meaning, string? format = null) => format is null
            ? new JsonObject { ["type"] = "string", ["description"] = meaning } : new JsonObject { ["type"] = "string", ["format"] = format, ["description"] = meaning };
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("specversion", "id", "source", "type", "subject", "time", "data"),
            ["properties"] = new JsonObject
            {
                ["specversion"] = new JsonObject { ["const"] = "1.0" },
                ["id"] = Text("With source, names the event: what came before with both is the same event.", "uuid"),
                ["source"] = Text("Region, agency and service that wrote it."),
                ["type"] = Text("Event type."),
                ["subject"] = Text("The incident or entity that it is about; events of one subject keep their order.", "uuid"),
                ["time"] = Text("When it was written.", "date-time"),
                ["datacontenttype"] = new JsonObject { ["const"] = "application/json" },
                ["tlp"] = Text("Sharing label, TLP 2.0: CLEAR, GREEN, AMBER, AMBER+STRICT or RED."),
                ["audience"] = Text("Agencies that it is for besides those its data names, separated by commas; * for all."),
                ["exercise"] = Text("The exercise that it belongs to; absent where it is real.", "uuid"),
                ["exercisetime"] = Text("The moment in the exercise's own time.", "date-time"),
                ["traceparent"] = Text("W3C trace context."),
                ["data"] = new JsonObject { ["description"] = "What happened." },
            },
            ["description"] = "A CloudEvent 1.0 in its JSON form.",
        };
    }

    private static JsonObject Ref(string to) => new() { ["$ref"] = to };
}
