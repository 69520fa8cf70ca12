using System.Text.Json.Nodes;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>Values that a schema does not take, with the rule that refuses each.</summary>
internal static class WrongValue
{
    internal static IEnumerable<(string Rule, JsonNode Value)> Of(JsonObject schema) => ApiSchemas.TypeOf(schema) switch
    {
        "object" => [("type", JsonValue.Create("text")), ("type", new JsonArray())],
        "array" => Lists(schema),
        "enum" => [("type", JsonValue.Create("NoSuchValue")), ("type", JsonValue.Create(0)), ("type", JsonValue.Create(""))],
        "boolean" => [("type", JsonValue.Create("yes")), ("type", JsonValue.Create(1))],
        "integer" => [("type", JsonValue.Create("1")), ("type", JsonValue.Create(1.5)), ("type", JsonNode.Parse("99999999999999999999")!), .. Bounds(schema)],
        "number" => [("type", JsonValue.Create("1.5")), ("type", new JsonObject()), .. Bounds(schema)],
        "string" => Strings(schema),
        _ => [],
    };

    private static IEnumerable<(string, JsonNode)> Lists(JsonObject schema)
    {
        yield return ("type", new JsonObject());
        yield return ("type", JsonValue.Create("text"));
        if (schema["minItems"]?.GetValue<int>() is > 0) yield return ("items", new JsonArray());
    }

    private static IEnumerable<(string, JsonNode)> Bounds(JsonObject schema)
    {
        if (schema["minimum"]?.GetValue<double>() is { } min && Math.Abs(min) < 1e9) yield return ("range", JsonNode.Parse($"{(long)min - 1}")!);
        if (schema["maximum"]?.GetValue<double>() is { } max && Math.Abs(max) < 1e9) yield return ("range", JsonNode.Parse($"{(long)max + 1}")!);
    }

    private static IEnumerable<(string, JsonNode)> Strings(JsonObject schema)
    {
        yield return ("type", JsonValue.Create(7));
        yield return ("type", new JsonObject());
        // A text of somebody else, which the caller cannot change, is taken whatever it holds.
        if (schema["x-as-it-comes"] is not null) yield break;
        var format = schema["format"]?.GetValue<string>();
        if (format is "uuid" or "date-time" or "date")
        {
            yield return ("type", JsonValue.Create("neither"));
            if (format != "date-time") yield break;
            yield return ("instant-range", JsonValue.Create("1601-01-01T00:00:00Z"));
            if (schema["description"]?.GetValue<string>() == "Not in the future.") yield return ("not-in-future", JsonValue.Create(DateTimeOffset.UtcNow.AddDays(1).ToString("o")));
            yield break;
        }
        if (schema["maxLength"]?.GetValue<int>() is { } max and < 20_000) yield return ("length", JsonValue.Create(new string('x', max + 1)));
        if (schema["minLength"]?.GetValue<int>() is > 0) yield return ("length", JsonValue.Create(""));
        yield return ("control-character", JsonValue.Create("\u0007words"[..Math.Min(6, schema["maxLength"]?.GetValue<int>() ?? 6)]));
    }
}
