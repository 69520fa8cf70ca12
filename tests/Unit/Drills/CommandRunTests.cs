using Coordination.CommandLine;

namespace Coordination.Tests.Unit.Drills;

public sealed class CommandRunTests
{
    [Theory]
    [InlineData("--speed", "drill", "run", "e9.yaml", "--speed", "minus")]
    [InlineData("--speed must be a number above 0.", "drill", "run", "e9.yaml", "--speed", "0")]
    [InlineData("--speed must be a number above 0.", "drill", "run", "e9.yaml", "--speed", "NaN")]
    [InlineData("--report: there is no folder /no/such/folder.", "drill", "run", "e9.yaml", "--report", "/no/such/folder/out.json")]
    [InlineData("--junit: there is no folder /no/such/folder.", "drill", "run", "e9.yaml", "--junit", "/no/such/folder/out.xml")]
    [InlineData("'nonsense'", "nonsense")]
    [InlineData("run", "drill", "run")]
    public async Task What_is_wrong_with_the_arguments_is_said_in_a_line_and_the_status_is_2(string says, params string[] args)
    {
        using var error = new StringWriter();
        Assert.Equal(2, await CommandRun.RunAsync(args, error));
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_that_is_not_there_is_said_in_a_line_and_the_status_is_2()
    {
        using var error = new StringWriter();
        Assert.Equal(2, await CommandRun.RunAsync(["events", "tail", "--url", "http://127.0.0.1:1"], error));
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }
}
