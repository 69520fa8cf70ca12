namespace Coordination.Tests.Architecture;

/// <summary>The C# files of the tree: what people read.</summary>
internal sealed record Source(string Path, string Text)
{
    internal int Lines => Text.Count(c => c == '\n');

    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    internal static IReadOnlyList<Source> All { get; } =
    [
        .. ((string[])["contracts", "services", "gateway", "clients", "tests", "bench"]).Where(f => Directory.Exists(Root.At(f)))
            .SelectMany(f => Directory.EnumerateFiles(Root.At(f), "*.cs", SearchOption.AllDirectories))
            .Select(f => new Source(System.IO.Path.GetRelativePath(Root.Path, f), File.ReadAllText(f)))
            .Where(s => !s.Path.Contains("/Migrations/", StringComparison.Ordinal)),
    ];

    internal static IEnumerable<Source> Services => All.Where(s => s.IsIn("services"));
}
