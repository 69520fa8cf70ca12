using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Desks;

/// <summary>A body that is too rich for options: a JSON file, or standard input.</summary>
internal static class Body
{
    internal static Argument<string> Argument() => new("FILE") { Description = "The body as JSON; - for standard input. See the region's /docs for its members." };

    internal static async Task<string> TextAsync(string file, CancellationToken ct) =>
        file == "-" ? await Console.In.ReadToEndAsync(ct) : await File.ReadAllTextAsync(file, ct);

    /// <exception cref="RegionException">It is no JSON.</exception>
    internal static async Task<JsonNode?> ReadAsync(string file, CancellationToken ct)
    {
        var text = await TextAsync(file, ct);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new RegionException(Language.Say($"{file} is no JSON: {e.Message}"));
        }
    }
}
