using System.Text.RegularExpressions;

namespace Coordination.Tests.Architecture;

public sealed partial class FileTests
{
    private static readonly List<Source> Sized = [.. Source.All.Where(s => s.IsIn("services") || s.IsIn("clients") || s.IsIn("gateway") || s.IsIn("tests"))];

    [Fact]
    public void Half_of_all_files_are_under_40_lines()
    {
        var lines = Sized.Select(s => s.Lines).Order().ToList();
        Assert.True(lines[lines.Count / 2] < 40, $"The median is {lines[lines.Count / 2]}");
    }

    [Fact]
    public void Almost_no_file_reaches_150_lines()
    {
        var long_ = Sized.Where(s => s.Lines >= 150).OrderByDescending(s => s.Lines).Select(s => $"{s.Path}: {s.Lines}").ToList();
        Assert.True(long_.Count * 100 <= Sized.Count * 3, $"{long_.Count} of {Sized.Count}: {string.Join(", ", long_)}");
    }

    [Fact]
    public void No_file_passes_350_lines() => Assert.Equal([], Sized.Where(s => s.Lines > 350).Select(s => $"{s.Path}: {s.Lines}"));

    [Fact]
    public void A_file_of_a_service_maps_one_use_case_and_its_nearest_kin()
    {
        var crowded = Source.Services.Where(s => !s.IsIn("services/Platform")).Select(s => (s.Path, Routes: Routes().Count(s.Text))).Where(f => f.Routes > 5);
        Assert.Equal([], crowded.Select(f => $"{f.Path}: {f.Routes} routes"));
    }

    [Fact]
    public void A_route_stands_in_a_file_named_after_its_class()
    {
        var odd = Source.Services.Where(s => !s.IsIn("services/Platform") && Routes().IsMatch(s.Text) && !Regex.IsMatch(s.Text, $@"class {s.Name}(Case|Slice)?\b", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(s => s.Path);
        Assert.Equal([], odd);
    }

    [GeneratedRegex(@"\.Map(Get|Post|Put|Patch|Delete|Methods)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Routes();
}
