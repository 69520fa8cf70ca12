using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Intake.Messages;

/// <summary>An instant that a network wrote on a message: one that cannot be read counts as not said.</summary>
internal sealed class InstantAsItComes : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        return reader.TryGetDateTimeOffset(out var instant) && instant.UtcDateTime.Year is >= 1970 and < 2200 ? instant : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } instant) writer.WriteStringValue(instant);
        else writer.WriteNullValue();
    }
}
