namespace Coordination.Tests.Architecture;

public sealed class SolutionTests
{
    private static readonly string[] Outside = ["artifacts", "bin", "obj", "node_modules"];

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Root.Path, pattern, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root.Path, f)).Where(f => !f.Split('/').Any(s => Outside.Contains(s) || s.StartsWith('.')));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Root.At("Coordination.sln")).Replace('\\', '/');
        Assert.Equal([], Files("*.csproj").Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_has_its_lock_file() => Assert.Equal([], Files("*.csproj").Where(p => !HasLock(p)));

    [Fact]
    public void Versions_stand_in_one_place() =>
        Assert.Equal([], Files("*.csproj").Where(p => File.ReadAllText(Root.At(p)).Split('\n').Any(l => l.Contains("PackageReference", StringComparison.Ordinal) && l.Contains("Version=", StringComparison.Ordinal))));

    [Fact]
    public void No_service_project_has_settings_of_its_own() => Assert.Equal([], Files("appsettings*.json"));

    [Fact]
    public void Every_service_is_started_by_two_lines()
    {
        foreach (var program in Files("Program.cs").Where(p => p.StartsWith("services/", StringComparison.Ordinal)))
            Assert.True(File.ReadAllLines(Root.At(program)).Count(l => l.Length > 0 && !l.StartsWith("using ", StringComparison.Ordinal)) == 1, program);
    }

    private static bool HasLock(string project) =>
        File.Exists(Root.At(Path.GetDirectoryName(project)!, "packages.lock.json")) || !File.ReadAllText(Root.At(project)).Contains("Reference", StringComparison.Ordinal);
}
