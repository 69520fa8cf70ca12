using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>Text as HTML holds it.</summary>
internal static class Html
{
    internal static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Of(string text) => WebUtility.HtmlEncode(text);

    internal static string Text(JsonNode? value) => Of($"{value}");
}
