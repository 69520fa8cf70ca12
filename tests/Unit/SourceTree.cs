namespace Coordination.Tests.Unit;

/// <summary>The source tree that the tests were built from, found upwards from where they run.</summary>
internal static class SourceTree
{
    private static readonly string Top = Find(AppContext.BaseDirectory);

    internal static string At(params string[] parts) => Path.Combine([Top, .. parts]);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Coordination.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
