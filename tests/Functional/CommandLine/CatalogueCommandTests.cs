using Coordination.Tests.Functional.Resources;

namespace Coordination.Tests.Functional.CommandLine;

/// <summary>A catalogue of many calls with <c>coord catalogue</c>.</summary>
public sealed class CatalogueCommandTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Fact]
    public async Task A_long_file_goes_in_by_calls_and_comes_out_as_it_was_and_again_does_nothing()
    {
        using var coord = await LoggedInAsync("coord-long");
        var file = "code,kind,typeCode,name,quantity\r\n\r\n" + string.Concat(Enumerable.Range(0, 2500).Select(n => $"V-{n:0000},Vehicle,assault-boat,\"Boat\n{n}\",6\r\n"));
        var first = await coord.RunAsync(file, "catalogue", "import", "-", "--json");
        Assert.True(first.Status == 0, first.Error);
        Assert.Equal("""{"rows":2500,"added":2500,"changed":0,"unchanged":0,"refused":0,"faults":[]}""", Packed(first.Output));
        var whole = await coord.RunAsync(null, "catalogue", "export");
        Assert.Equal(2500, whole.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        var again = await coord.RunAsync(whole.Output, "catalogue", "import", "-", "--json");
        Assert.Equal("""{"rows":2500,"added":0,"changed":0,"unchanged":2500,"refused":0,"faults":[]}""", Packed(again.Output));
        // What is gone on with begins at a line, and a cell of two lines counts as two.
        var rest = await coord.RunAsync(file, "catalogue", "import", "-", "--from", "4001", "--json");
        Assert.Equal("""{"rows":501,"added":0,"changed":0,"unchanged":501,"refused":0,"faults":[]}""", Packed(rest.Output));
    }

    [Fact]
    public async Task Each_row_that_is_refused_is_named_by_its_line_and_rule_and_the_rest_is_entered()
    {
        using var coord = await LoggedInAsync("coord-odd");
        // The first and the last of the second call, and one that the book refuses, not the rules of a row.
        var file = "code;kind;typeCode;name;quantity\n" + string.Concat(Enumerable.Range(0, 1500).Select(n => $"V-{n};Vehicle;{(n == 1000 ? "riot-team" : "assault-boat")};Boat {n};{(n == 1499 ? "many" : "6")}\n"));
        await coord.RunAsync("code,kind,typeCode,name,quantity\nV-1200,Vehicle,fire-engine,Engine,1\n", "catalogue", "import", "-");
        var said = await coord.RunAsync(file, "catalogue", "import", "-", "--json");
        Assert.Equal(1, said.Status);
        Assert.Equal("""{"rows":1497,"added":1497,"changed":0,"unchanged":0,"refused":3,"faults":[{"line":1002,"field":"typeCode","rule":"unknown-resource-type"},{"line":1501,"field":"quantity","rule":"type"},{"line":1202,"field":"code","rule":"other-thing"}]}""", Packed(said.Output));
        Assert.Contains("-:1002: typeCode: unknown-resource-type: ", said.Error, StringComparison.Ordinal);
        Assert.Contains("3 rows were refused", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Line ", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_whole_file_stops_it_and_is_said()
    {
        using var coord = await LoggedInAsync("coord-wrong");
        var columns = await coord.RunAsync("code,person\nx,y\n", "catalogue", "import", "-");
        Assert.Equal(1, columns.Status);
        Assert.Contains("--from 2", columns.Error, StringComparison.Ordinal);
        Assert.Contains("csv-columns", columns.Error, StringComparison.Ordinal);
        var quotes = await coord.RunAsync("code,name\nx,y\nz,\"open\n", "catalogue", "import", "-");
        Assert.Equal(2, quotes.Status);
        Assert.StartsWith("-:3: ", quotes.Error, StringComparison.Ordinal);
        using var reader = await LoggedInAsync("coord-wrong", "auditor");
        Assert.Equal(1, (await reader.RunAsync(CatalogueCalls.Everything, "catalogue", "import", "-")).Status);
        Assert.Equal(2, (await coord.RunAsync("code,name\n", "catalogue", "import", "-")).Status);
    }

    private static string Packed(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();

    private async Task<Coord> LoggedInAsync(string agency, string role = "commander")
    {
        var coord = new Coord(region.Address);
        var said = await coord.RunAsync(null, "login", "--agency", agency, "--role", role);
        Assert.True(said.Status == 0, said.Error);
        return coord;
    }
}
