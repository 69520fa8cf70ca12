namespace Coordination.Tests.ContractTests;

/// <summary>The source tree that the tests were built from, found upwards from where they run.</summary>
internal static class Root
{
    internal static string Path { get; } = Find();

    /// <summary>Set to 1, the tests that guard generated files write them instead.</summary>
    internal static bool Accept => Environment.GetEnvironmentVariable("COORDINATION_ACCEPT") == "1" || AcceptBreaking;

    /// <summary>Set to "breaking", those that guard the baselines of contracts take in a break too.</summary>
    internal static bool AcceptBreaking => Environment.GetEnvironmentVariable("COORDINATION_ACCEPT") == "breaking";

    internal static string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    internal static IEnumerable<string> Lines(string file) => File.ReadAllLines(file).Where(l => l.Length > 0 && l[0] != '#');

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Coordination.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("There is no Coordination.sln above the tests.");
    }
}
