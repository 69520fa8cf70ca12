using System.CommandLine;
using System.CommandLine.Parsing;

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
            CustomParser = Parse,
        };
        return option;
    }

    /// <summary>An http address, or an error at the option that it was given to.</summary>
    internal static Uri? Parse(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return uri;
        result.AddError(Language.Say($"{(result.Parent as OptionResult)?.IdentifierToken?.Value} must be an address such as http://127.0.0.1:8700."));
        return null;
    }
}
