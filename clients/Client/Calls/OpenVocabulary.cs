using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Client.Calls;

/// <summary>Names of vocabularies. One that this version does not know is read as a value that is not defined (<c>Enum.IsDefined</c>), and never written.</summary>
internal sealed class OpenVocabulary : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly T Unknown = (T)Enum.ToObject(typeof(T), -1);
        private static readonly FrozenDictionary<string, T> Known = Enum.GetValues<T>().ToFrozenDictionary(v => Enum.GetName(v)!, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType != JsonTokenType.String ? throw new JsonException($"{typeof(T).Name} is a name.")
            : Known.GetValueOrDefault(reader.GetString()!, Unknown);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Enum.GetName(value) ?? throw new JsonException($"{typeof(T).Name} has no value {value}."));
    }
}
