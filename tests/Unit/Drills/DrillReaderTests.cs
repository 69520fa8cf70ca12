using Coordination.CommandLine.Drills;

namespace Coordination.Tests.Unit.Drills;

public sealed class DrillReaderTests
{
    [Theory]
    [InlineData("            status: 201", "            statuss: 201", "'statuss' is not known here")]
    [InlineData("as: public\n        post", "as: stranger\n        post", "There is no actor 'stranger'")]
    [InlineData("get: /v1/things/{{thing.id}}", "get: /v1/things/{{ting.id}}", "Nothing before keeps 'ting'")]
    [InlineData("{{canary.phone}} {{canary.identity}}", "{{canary.phone}}", "Nothing carries the canary 'identity'")]
    [InlineData("canaries: { name: Nobody, phone: \"0\", identity: \"1\" }", "canaries: { name: Nobody, phone: \"0\" }", "no canary 'identity'")]
    [InlineData("roles: [duty-officer]", "roles: [king]", "there is no role 'king'")]
    [InlineData("state: Running", "state: Walking", "No clock is ever 'Walking'")]
    [InlineData("at: +20m", "at: 20 minutes", "must be a moment")]
    [InlineData("at: +20m", "at: -1h", "time does not run backwards")]
    [InlineData("same: before", "same: after", "Nothing was remembered as 'after'")]
    [InlineData("id: make", "id: build", "No call before has the id 'make'")]
    [InlineData("mutant: [{ as: duty, post: /v1/lose }]", "cause: make", "absent proves nothing")]
    [InlineData("mutant: [{ as: duty, post: /v1/touch }]", "cause: make", "stays the same proves nothing")]
    [InlineData("event: things.lost.v1", "event: lost", "is not an event type")]
    [InlineData("where: { /data/id:", "where: { data/id:", "must begin with a slash")]
    [InlineData("post: /v1/touch }]", "patch: /v1/touch }]", "exactly one of get, post, put, delete")]
    [InlineData("t0: 2026-10-10T14:05:00Z", "t0: 10 October", "must be an instant in UTC")]
    [InlineData("status: 400\n", "status: four\n", "must be a whole number")]
    [InlineData("- clock: thing.clock", "- watch: thing.clock", "is one of get, clock, event, same")]
    public void A_fault_is_named_with_its_line(string right, string wrong, string says)
    {
        var yaml = TestDrills.Small.Replace(right, wrong, StringComparison.Ordinal);
        if (yaml == TestDrills.Small) yaml = Loosely(right, wrong);
        var (drill, faults) = DrillReader.Read(yaml);
        Assert.Null(drill);
        Assert.Contains(faults, f => f.Says.Contains(says, StringComparison.Ordinal));
        Assert.All(faults, f => Assert.InRange(f.Line, 1, yaml.Split('\n').Length));
    }

    [Theory]
    [InlineData("      - { as: duty, post: '/v1/pets/{{pet.id}}/wash', needs: a bath }", null)]
    [InlineData("      - { as: duty, post: '/v1/pets/{{pet.id}}/wash' }", "Nothing before keeps 'pet'")]
    [InlineData("      - { as: stranger, post: /v1/pets, needs: a bath }", "There is no actor 'stranger'")]
    [InlineData("      - { as: duty, post: '/v1/pets/{{cat.id}}/wash', needs: a bath }", "Nothing before keeps 'cat'")]
    [InlineData("      - { as: duty, id: pet, post: /v1/pets, needs: a bath }", "Two calls have the id 'pet'")]
    [InlineData("    expect:\n      - { as: duty, get: /v1/pets, cause: pet }", "No call before has the id 'pet'")]
    [InlineData("    expect:\n      - { as: duty, get: '/v1/pets/{{pet.id}}', cause: pet, needs: a bath }", null)]
    [InlineData("    expect:\n      - { as: duty, get: /v1/pets, mutant: [{ as: duty, post: /v1/pets, needs: a bath }] }", "'needs' is not known here")]
    [InlineData("  - step: Washed\n    needs: a bath", null)]
    [InlineData("  - step: Washed", "does nothing and expects nothing")]
    [InlineData("  - step: Washed\n    needs: a bath\n    remember: { views: [{ as: duty, get: /v1/pets }] }", "it remembers nothing")]
    [InlineData("      - { as: duty, each: { n: [] }, post: /v1/things }", "a range such as 1..88 or a list")]
    public void What_is_pending_is_checked_as_far_as_names_go_and_nothing_that_is_played_rests_on_it(string more, string? says)
    {
        var (drill, faults) = DrillReader.Read($"{TestDrills.Pending}\n{more}");
        Assert.Equal(says is null, drill is not null);
        if (says is not null) Assert.Contains(faults, f => f.Says.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void The_line_is_the_line()
    {
        var (_, faults) = DrillReader.Read(TestDrills.Small.Replace("status: 201", "statuss: 201", StringComparison.Ordinal));
        var line = TestDrills.Small.Split('\n').ToList().FindIndex(l => l.Contains("status: 201", StringComparison.Ordinal)) + 1;
        Assert.Equal(line, Assert.Single(faults).Line);
    }

    [Theory]
    [InlineData("drill: [")]
    [InlineData("drill: a\ndrill: b")]
    [InlineData("- a list")]
    [InlineData("")]
    public void What_is_no_drill_is_refused(string yaml)
    {
        var (drill, faults) = DrillReader.Read(yaml);
        Assert.Null(drill);
        Assert.NotEmpty(faults);
    }

    [Fact]
    public void Every_shipped_drill_is_without_fault()
    {
        Assert.NotEmpty(TestDrills.Shipped);
        foreach (var file in TestDrills.Shipped) Assert.Empty(DrillReader.Read(File.ReadAllText(file)).Faults);
    }

    [Fact]
    public void Every_expectation_of_every_shipped_drill_has_a_mutant_that_must_kill_it()
    {
        foreach (var file in TestDrills.Shipped)
        {
            var drill = TestDrills.Read(File.ReadAllText(file));
            var killed = Mutants.Of(drill).SelectMany(m => m.MustFail).ToHashSet(ReferenceEqualityComparer.Instance);
            Assert.All(drill.Steps.SelectMany(s => s.Expectations), e => Assert.Contains(e, killed));
        }
    }

    /// <summary>The rows above do not care how deep the text is indented.</summary>
    private static string Loosely(string right, string wrong)
    {
        var lines = right.Split('\n').Select(l => System.Text.RegularExpressions.Regex.Escape(l.Trim()));
        var found = System.Text.RegularExpressions.Regex.Match(TestDrills.Small, string.Join("\\s*", lines), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.True(found.Success, $"'{right}' is not in the test drill");
        var indent = new string(' ', found.Index - TestDrills.Small.LastIndexOf('\n', found.Index) - 1);
        return TestDrills.Small[..found.Index] + string.Join('\n' + indent, wrong.Split('\n').Select(l => l.Trim())) + (right.EndsWith('\n') ? "\n" + indent : "") + TestDrills.Small[(found.Index + found.Length)..];
    }
}
