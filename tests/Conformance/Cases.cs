namespace Coordination.Tests.Conformance;

/// <summary>Others' files, which are no part of this tree: they lie beside it, in <c>../shared/cases</c>.</summary>
internal static class Cases
{
    internal static string At(params string[] parts)
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Coordination.sln"))) at = Path.GetDirectoryName(at)!;
        var cases = Path.Combine(Path.GetDirectoryName(at)!, "shared", "cases");
        Assert.SkipUnless(Directory.Exists(cases), $"The conformance cases are not beside the source tree ({cases}).");
        return Path.Combine([cases, .. parts]);
    }
}
