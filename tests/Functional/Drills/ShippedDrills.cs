using Coordination.CommandLine.Drills;

namespace Coordination.Tests.Functional.Drills;

/// <summary>The drills of the folder <c>drills</c>.</summary>
internal static class ShippedDrills
{
    internal static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Root, "drills");

    /// <summary>The repository.</summary>
    internal static string Root
    {
        get
        {
            var at = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(at, "Coordination.sln"))) at = Path.GetDirectoryName(at)!;
            return at;
        }
    }

    internal static Drill Read(string name)
    {
        var (drill, faults) = DrillReader.Read(File.ReadAllText(Path.Combine(Folder, $"{name}.yaml")));
        Assert.Empty(faults);
        return drill!;
    }
}
