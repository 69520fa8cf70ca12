namespace Coordination.Tests.Functional;

/// <summary>The source tree that the tests were built from, found upwards from where they run.</summary>
internal static class SourceTree
{
    private static readonly string Top = Find();

    internal static string At(params string[] parts) => Path.Combine([Top, .. parts]);

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Coordination.sln"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
