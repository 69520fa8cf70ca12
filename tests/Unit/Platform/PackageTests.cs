using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class PackageTests
{
    [Fact]
    public void The_most_specific_value_wins()
    {
        var package = Package("""
            clocks:
              - { key: a.b, duration: 5, unit: minute, basis: default }
              - { key: a.b, duration: 2, unit: hour, basis: default, when: { tier: county } }
              - { key: a.b, duration: 1, unit: hour, basis: default, when: { tier: county, grade: Major } }
            """);
        Assert.Equal(ClockUnit.Minute, package.Clock("a.b", new ClockScope()).Unit);
        Assert.Equal(2, package.Clock("a.b", new ClockScope(Tier: "county")).Duration);
        Assert.Equal(1, package.Clock("a.b", new ClockScope(Tier: "county", Grade: "Major")).Duration);
    }

    [Theory]
    [InlineData("clocks: [{ key: a.b, duration: 0, unit: minute }]", "duration")]
    [InlineData("clocks: [{ key: a.b, duration: 90, unit: minute, max: 60 }]", "outside")]
    [InlineData("clocks: [{ key: a.b, unit: daily-cutoff }]", "HH:mm")]
    [InlineData("clocks: [{ key: a.b, duration: 1, unit: minute, when: { mood: bad } }]", "mood")]
    [InlineData("clocks: [{ key: a.b, duration: 1, unit: fortnight }]", "Fortnight")]
    [InlineData("clocks: [{ key: a.b, duration: 1, unit: minute, colour: red }]", "colour")]
    public void A_wrong_value_is_named(string yaml, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Package(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_package_that_is_not_there_names_those_that_are() =>
        Assert.Contains("cn-default", Assert.Throws<InvalidDataException>(() => PackageReader.Read("nowhere")).Message, StringComparison.Ordinal);

    [Fact]
    public void Working_days_may_be_written_with_a_hyphen() =>
        Assert.Equal(ClockUnit.WorkingDay, Package("clocks: [{ key: a.b, duration: 3, unit: working-day, basis: default }]").Clock("a.b", new ClockScope()).Unit);

    private static JurisdictionPackage Package(string yaml)
    {
        var folder = Directory.CreateTempSubdirectory("package");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "package.yaml"), "id: test\nversion: 1.0.0\n");
            File.WriteAllText(Path.Combine(folder.FullName, "test.yaml"), yaml);
            return PackageReader.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
