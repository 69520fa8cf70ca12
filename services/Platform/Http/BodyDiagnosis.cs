using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Coordination.Contracts;

namespace Coordination.Platform;

/// <summary>Finds out why a body is not the record that an endpoint takes, and names each wrong member by JSON Pointer.</summary>
internal static class BodyDiagnosis
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    internal static List<Refusal> Of(ReadOnlyMemory<byte> body, Type type)
    {
        if (body.Length == 0) return [Refusal.Invalid("", "body-required", "A JSON body is required.")];
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException e)
        {
            return [Refusal.Invalid("", "json", $"Not JSON that can be taken (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): it must be well-formed, at most 32 deep, and name each member once.")];
        }
        using (document)
        {
            var found = new List<Refusal>();
            Walk(document.RootElement, Wire.Json.GetTypeInfo(type), "", found);
            return found.Count > 0 ? found : [Refusal.Invalid("", "body", "The body does not have the shape that this call takes.")];
        }
    }

    private static void Walk(JsonElement element, JsonTypeInfo type, string at, List<Refusal> found)
    {
        if (found.Count >= 20) return;
        if (type.Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object) Members(element, type, at, found);
        else if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } && element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var inner in element.EnumerateArray()) Walk(inner, Wire.Json.GetTypeInfo(item), $"{at}/{index++}", found);
        }
        else if (!Fits(element, type)) found.Add(Refusal.Invalid(at, "type", $"Must be {Expected(type.Type)}."));
    }

    private static void Members(JsonElement element, JsonTypeInfo type, string at, List<Refusal> found)
    {
        foreach (var member in element.EnumerateObject())
        {
            var pointer = $"{at}/{Escape(member.Name)}";
            var property = type.Properties.FirstOrDefault(p => p.Name == member.Name);
            if (property is null) found.Add(Refusal.Invalid(pointer, "unknown-member", "There is no such member."));
            else if (member.Value.ValueKind != JsonValueKind.Null) Walk(member.Value, Wire.Json.GetTypeInfo(property.PropertyType), pointer, found);
            else if (Nullable.GetUnderlyingType(property.PropertyType) is null && !(property.AssociatedParameter?.IsNullable ?? property.IsSetNullable))
                found.Add(Refusal.Invalid(pointer, "null", "Must not be null."));
        }
        foreach (var property in type.Properties.Where(p => p.IsRequired && !element.TryGetProperty(p.Name, out _)))
            found.Add(Refusal.Invalid($"{at}/{property.Name}", "required", "Is required."));
    }

    private static bool Fits(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            element.Deserialize(type);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return $"one of {string.Join(", ", Enum.GetNames(type))}";
        if (type == typeof(string)) return "a string";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(Guid)) return "a UUID";
        if (type == typeof(DateTimeOffset)) return "an instant such as 2026-07-27T20:00:00Z";
        if (type == typeof(DateOnly)) return "a date such as 2026-07-27";
        if (type == typeof(int) || type == typeof(long)) return "a whole number within range";
        if (type == typeof(double) || type == typeof(decimal)) return "a number";
        return typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? "an array" : "an object";
    }

    private static string Escape(string name) => (name.Length > 100 ? name[..100] : name).Replace("~", "~0").Replace("/", "~1");
}
