using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Desks;

/// <summary>A body that is too rich for options: a JSON file, or standard input.</summary>
internal static class Body
{
    internal static Argument<string> Argument() => new("FILE") { Description = "The body as JSON; - for standard input. See the region's /docs for its members." };

    /// <exception cref="RegionException">It is in no encoding that is read.</exception>
    internal static async Task<string> TextAsync(string file, CancellationToken ct, bool isTable = false)
    {
        var (text, isGb) = FileText.Of(file, await BytesAsync(file, ct), isTable);
        if (isGb) Console.Error.WriteLine(Language.Say($"{file} is not UTF-8 and was read as GB18030."));
        return text;
    }

    internal static async Task<byte[]> BytesAsync(string file, CancellationToken ct)
    {
        if (file != "-") return await File.ReadAllBytesAsync(file, ct);
        await using var input = Console.OpenStandardInput();
        using var kept = new MemoryStream();
        await input.CopyToAsync(kept, ct);
        return kept.ToArray();
    }

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
