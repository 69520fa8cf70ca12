namespace Coordination.Tests.Functional.CommandLine;

/// <summary>Plans into a region and out of it with <c>coord plan</c>.</summary>
public sealed class PlanCommandTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private const string Area = "220221";
    private static readonly string File = SourceTree.At("plans", "en", "earthquake.yaml");

    [Fact]
    public async Task A_plan_that_is_imported_comes_out_as_the_file_that_gives_it_back()
    {
        using var coord = await LoggedInAsync();
        var asks = (await coord.RunAsync(null, "plan", "check", File)).Output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("--set ", StringComparison.Ordinal))
            .Select(l => l[6..l.IndexOf('=', StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(asks);
        var first = await ImportAsync(coord, File, [.. asks.SelectMany(a => (string[])["--set", $"{a}=jilin-{a}"])]);
        var exported = await coord.RunAsync(null, "plan", "export", first);
        Assert.True(exported.Status == 0, exported.Error);
        var copy = Path.Combine(Directory.CreateTempSubdirectory("coordination-plan-").FullName, "copy.yaml");
        await System.IO.File.WriteAllTextAsync(copy, exported.Output, TestContext.Current.CancellationToken);
        var second = await ImportAsync(coord, copy, []);
        Assert.Equal(exported.Output, (await coord.RunAsync(null, "plan", "export", second, "--number", "1")).Output);
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    [Fact]
    public async Task Who_has_to_be_named_is_said_and_what_the_region_refuses_is_found_in_the_file()
    {
        using var coord = await LoggedInAsync();
        var unnamed = await coord.RunAsync(null, "plan", "import", File, "--jurisdiction", Area);
        Assert.Equal(2, unnamed.Status);
        Assert.Contains("--set command=CODE", unnamed.Error, StringComparison.Ordinal);

        var wrong = (await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken)).Replace("phase: Standby", "phase: Someday", StringComparison.Ordinal);
        var refused = await coord.RunAsync(wrong, ["plan", "import", "-", "--jurisdiction", Area, .. Sets(wrong)]);
        Assert.Equal(1, refused.Status);
        Assert.Matches(@"-:\d+: /content/checklist", refused.Error);

        var none = await coord.RunAsync("checklist: [", "plan", "check", "-");
        Assert.Equal(2, none.Status);
        Assert.Contains(": Not YAML", none.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sets(string yaml) => Coordination.CommandLine.Plans.PlanReader.Read(yaml).Plan!.Asks.Keys.SelectMany(a => (string[])["--set", $"{a}=jilin-{a}"]);

    private static async Task<string> ImportAsync(Coord coord, string file, string[] sets)
    {
        var said = await coord.RunAsync(null, ["plan", "import", file, "--jurisdiction", Area, "--json", .. sets]);
        Assert.True(said.Status == 0, said.Error);
        return System.Text.Json.JsonDocument.Parse(said.Output).RootElement.GetProperty("id").GetString()!;
    }

    private async Task<Coord> LoggedInAsync()
    {
        var coord = new Coord(region.Address);
        var said = await coord.RunAsync(null, "login", "--agency", "county", "--role", "commander");
        Assert.True(said.Status == 0, said.Error);
        return coord;
    }
}
