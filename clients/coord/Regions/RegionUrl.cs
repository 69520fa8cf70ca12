using System.CommandLine;

namespace Coordination.CommandLine.Regions;

/// <summary>The option <c>--url</c>, the same for every command.</summary>
internal static class RegionUrl
{
    internal static Option<Uri> Option()
    {
        var option = new Option<Uri>("--url")
        {
            Description = "Address of the region; COORDINATION_URL, or the region of this machine.",
            DefaultValueFactory = _ => new(Environment.GetEnvironmentVariable("COORDINATION_URL") is { Length: > 0 } set ? set : "http://127.0.0.1:8700"),
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : Wrong(result),
        };
        return option;
    }

    private static Uri? Wrong(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--url must be an address such as http://127.0.0.1:8700.");
        return null;
    }
}
