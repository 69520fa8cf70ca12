using Coordination.CommandLine.Drills;

namespace Coordination.Tests.Unit.Drills;

public sealed class DrillRunTests
{
    private static readonly DateTimeOffset T0 = new(2026, 10, 10, 14, 5, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_drill_passes_only_when_every_expectation_is_met()
    {
        var evaluation = await new FakeRegion().PlayAsync(TestDrills.Minimal());
        Assert.True(evaluation.IsGood, string.Join("; ", evaluation.Findings.Where(f => f.Outcome != Outcome.Met).Select(f => $"{f.Says}: {f.Detail}")) + evaluation.Broken);
        Assert.Equal(8, evaluation.Findings.Count);
    }

    [Fact]
    public async Task Time_stops_at_each_due_moment_on_its_way()
    {
        var region = new FakeRegion { Unrest = 3 };
        await region.PlayAsync(TestDrills.Minimal());
        Assert.Equal([T0.AddMinutes(10), T0.AddMinutes(20)], region.Jumps);
    }

    [Theory]
    [InlineData("POST /v1/things", 500, "{}")]
    [InlineData("POST /v1/things", 201, """{ "id": "x", "state": "Lost" }""")]
    [InlineData("GET /v1/things/01900000-0000-7000-8000-000000000002", 200, """{ "state": "Lost" }""")]
    [InlineData("GET /v1/things/clocks", 200, """{ "items": [], "next": null }""")]
    [InlineData("GET /v1/events", 200, """{ "items": [], "next": null }""")]
    public async Task Whatever_the_region_does_otherwise_fails(string call, int status, string answer)
    {
        var region = new FakeRegion { Instead = { [call] = () => FakeRegion.Json(status, answer) } };
        var evaluation = await region.PlayAsync(TestDrills.Minimal());
        Assert.False(evaluation.IsGood);
        Assert.Contains(evaluation.Findings, f => f.Outcome == Outcome.Unmet && f.Detail is not null);
    }

    [Fact]
    public async Task A_clock_in_another_state_fails()
    {
        var evaluation = await new FakeRegion { ClockState = "Met" }.PlayAsync(TestDrills.Minimal());
        Assert.Equal(2, evaluation.Findings.Count(f => f.Outcome == Outcome.Unmet));
    }

    [Fact]
    public async Task What_could_not_be_looked_at_is_unknown_and_fails()
    {
        var region = new FakeRegion { Instead = { ["POST /v1/things"] = () => FakeRegion.Json(409, "{}") } };
        var evaluation = await region.PlayAsync(TestDrills.Minimal());
        Assert.Contains(evaluation.Findings, f => f.Outcome == Outcome.Unknown && f.Detail!.Contains("thing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_looked_at_fails()
    {
        var drill = TestDrills.Minimal();
        var evaluation = await new DrillRun(drill, new FakeRegion().Client(), new Unwatched()).PlayAsync(1, TestContext.Current.CancellationToken);
        Assert.False(evaluation.IsGood);
        Assert.Equal(Outcome.NotEvaluated, evaluation.Findings[^1].Outcome);
    }

    [Fact]
    public async Task A_region_that_breaks_off_fails_the_drill()
    {
        var region = new FakeRegion { Instead = { ["GET /v1/things/journal"] = () => throw new HttpRequestException("gone") } };
        var evaluation = await region.PlayAsync(TestDrills.Minimal());
        Assert.Equal("gone", evaluation.Broken);
        Assert.All(evaluation.Findings, f => Assert.Equal(Outcome.NotEvaluated, f.Outcome));
    }

    [Fact]
    public async Task Each_expectation_fails_when_its_cause_is_removed()
    {
        var mutants = Mutants.Of(TestDrills.Minimal());
        Assert.Equal(3, mutants.Count);
        foreach (var mutant in mutants)
        {
            var evaluation = await new FakeRegion().PlayAsync(mutant.Drill);
            Assert.Empty(Mutants.Survivors(mutant, evaluation));
            Assert.False(evaluation.IsGood);
        }
    }

    [Fact]
    public async Task A_run_that_breaks_off_has_proven_nothing()
    {
        var mutant = Mutants.Of(TestDrills.Minimal())[0];
        var region = new FakeRegion { Instead = { ["GET /v1/things/journal"] = () => throw new HttpRequestException("gone") } };
        Assert.Equal(mutant.MustFail, Mutants.Survivors(mutant, await region.PlayAsync(mutant.Drill)));
    }

    [Fact]
    public async Task A_speed_is_an_upper_limit()
    {
        var drill = TestDrills.Minimal();
        var evaluation = await new DrillRun(drill, new FakeRegion().Client(), new Unwatched(), speed: 6000).PlayAsync(drill.Steps.Count, TestContext.Current.CancellationToken);
        Assert.True(evaluation.IsGood);
        Assert.True(evaluation.Took >= TimeSpan.FromMilliseconds(190), $"20 minutes at 6000 times took {evaluation.Took}");
    }

    [Fact]
    public async Task What_is_pending_is_not_played_and_counted_apart()
    {
        var region = new FakeRegion { Instead = { ["POST /v1/pets"] = () => throw new HttpRequestException("played") } };
        var evaluation = await region.PlayAsync(TestDrills.Read(TestDrills.Pending));
        Assert.True(evaluation.IsGood, evaluation.Broken);
        Assert.Equal((8, 1), evaluation.Counts);
        Assert.Equal((Outcome.NotRun, "a service for pets"), (evaluation.Findings[^1].Outcome, evaluation.Findings[^1].Detail));
        using var json = System.Text.Json.JsonDocument.Parse(Reports.Json(evaluation));
        Assert.Equal(1, json.RootElement.GetProperty("notRun").GetInt32());
        using var xml = new MemoryStream();
        Reports.JUnit(evaluation, xml);
        var text = System.Text.Encoding.UTF8.GetString(xml.ToArray());
        Assert.Contains("failures=\"0\" skipped=\"1\"", text, StringComparison.Ordinal);
        Assert.Contains("<skipped message=\"needs a service for pets\" />", text, StringComparison.Ordinal);
        using var shown = new StringWriter();
        Summary.Write(evaluation, Spectre.Console.AnsiConsole.Create(new() { Out = new Spectre.Console.AnsiConsoleOutput(shown), Ansi = Spectre.Console.AnsiSupport.No }));
        Assert.Contains("8 of 8 expectations met, 1 not run", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pending_excuses_nothing_else()
    {
        var drill = TestDrills.Read(TestDrills.Pending);
        var evaluation = await new DrillRun(drill, new FakeRegion().Client(), new Unwatched()).PlayAsync(1, TestContext.Current.CancellationToken);
        Assert.False(evaluation.IsGood);
        Assert.False(new Evaluation(drill with { Steps = [drill.Steps[^1]] }).IsGood);
    }

    [Fact]
    public async Task The_reports_say_the_same()
    {
        var evaluation = await new FakeRegion { ClockState = "Met" }.PlayAsync(TestDrills.Minimal());
        using var json = System.Text.Json.JsonDocument.Parse(Reports.Json(evaluation));
        Assert.False(json.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(8, json.RootElement.GetProperty("expectations").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("clocks").GetArrayLength());
        using var xml = new MemoryStream();
        Reports.JUnit(evaluation, xml);
        var text = System.Text.Encoding.UTF8.GetString(xml.ToArray());
        Assert.Contains("tests=\"8\"", text, StringComparison.Ordinal);
        Assert.Contains("failures=\"2\"", text, StringComparison.Ordinal);
    }
}
