namespace Coordination.Tests.Architecture;

/// <summary>The source tree that the tests were built from, found upwards from where they run.</summary>
internal static class Root
{
    internal static string Path { get; } = Find();

    internal static string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Coordination.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("There is no Coordination.sln above the tests.");
    }
}
