using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Intake.Messages;

/// <summary>A text of somebody else, which a gateway cannot change: it is taken whatever it holds. What no store can keep becomes U+FFFD.</summary>
internal sealed class AsItComes : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        // The reader itself refuses halves of surrogate pairs, so it is asked for the bytes alone.
        var text = Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return Clean(reader.ValueIsEscaped ? Unescaped(text) : text);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>Tabs and line breaks stay; other control characters and halves of surrogate pairs do not.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) ? '\uFFFD' : text[i]);
        return clean.ToString();
    }

    /// <summary>The first characters up to the limit, and the rest; no surrogate pair is torn apart.</summary>
    internal static (string First, string More) Cut(string text, int most)
    {
        if (text.Length <= most) return (text, "");
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return (text[..end], text[end..]);
    }

    /// <summary>JSON's escapes, which are well-formed when a reader has come this far (RFC 8259, 7).</summary>
    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }
            var escape = text[++i];
            plain.Append(escape switch
            {
                'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t',
                'u' => (char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => escape,
            });
            if (escape == 'u') i += 4;
        }
        return plain.ToString();
    }
}
