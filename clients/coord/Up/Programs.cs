using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary>Where the region's programs are: in the folder that <c>COORDINATION_PROGRAMS</c> names, else beside this one, else built in the same tree.</summary>
internal static class Programs
{
    private const string Setting = "COORDINATION_PROGRAMS";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["intake"] = "Intake", ["command"] = "Command", ["resources"] = "Resources", ["public-information"] = "PublicInformation",
        ["mediation"] = "Mediation", ["oversight"] = "Oversight", ["exchange"] = "Exchange",
    };

    /// <summary>The services of a whole region, each once.</summary>
    internal static IReadOnlyList<string> Services { get; } = [.. Names.Keys];

    internal static string Gateway => Find("Gateway");

    /// <summary>All services in one process; the issuer too.</summary>
    internal static string Host => Find("Host");

    /// <param name="instance"><c>intake</c>, or <c>resources@fire</c>.</param>
    internal static string Of(string instance) => Names.TryGetValue(instance.Split('@')[0], out var name)
        ? Find(name) : throw new ServerException(Language.Say($"There is no service '{instance}': {string.Join(", ", Names.Keys)}, each also as service@agency."));

    private static string Find(string name)
    {
        var file = $"Coordination.{name}.dll";
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } folder)
            return Path.GetFullPath(file, Path.GetFullPath(folder)) is var named && File.Exists(named) ? named : throw new ServerException(Language.Say($"{Setting}: there is no {named}."));
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        string[] places = [Path.Combine(here.FullName, file), Path.Combine(here.Parent!.Parent!.FullName, name, here.Name, file)];
        return Array.Find(places, File.Exists) ?? throw new ServerException(Language.Say($"{file} is neither beside coord nor at {places[1]}: build the solution first."));
    }
}
