using System.Text.RegularExpressions;

namespace Coordination.Tests.Architecture;

/// <summary>Rules that the text of the code itself must keep.</summary>
public sealed partial class CodeTests
{
    [Fact]
    public void Nothing_that_runs_in_a_region_reads_the_machine_clock() =>
        Assert.Equal([], Source.All.Where(s => (s.IsIn("services") || s.IsIn("contracts")) && MachineClock().IsMatch(s.Text)).Select(s => s.Path));

    [Fact]
    public void Unit_tests_do_not_read_the_machine_clock() =>
        Assert.Equal([], Source.All.Where(s => s.IsIn("tests/Unit") && MachineClock().IsMatch(s.Text)).Select(s => s.Path));

    [Fact]
    public void Nothing_blocks_on_a_task() =>
        Assert.Equal([], Source.All.Where(s => !s.IsIn("tests/Architecture") && Blocking().IsMatch(s.Text)).Select(s => s.Path));

    [Theory]
    [InlineData("var x = LoadAsync(id).Result;")]
    [InlineData("task.Wait();")]
    [InlineData("task.GetAwaiter().GetResult()")]
    public void Blocking_is_found(string code) => Assert.Matches(Blocking(), code);

    /// <summary>The fixtures poll for rest between two states that they read; a test itself never waits a while and hopes. The simulator's time is its own.</summary>
    [Fact]
    public void No_test_waits_for_a_while_and_hopes() =>
        Assert.Equal([], Source.All.Where(s => s.IsIn("tests") && !s.IsIn("tests/Architecture") && !s.IsIn("tests/Simulation/Engine") && Waiting().IsMatch(s.Text) && !s.Text.Contains("limit.IsCancellationRequested", StringComparison.Ordinal))
            .Select(s => s.Path));

    /// <summary>Only Platform speaks to the transport; the operator's tool provisions and starts the servers.</summary>
    [Fact]
    public void Only_platform_mentions_the_transport() =>
        Assert.Equal([], Source.All.Where(s => !s.IsIn("services/Platform") && !s.IsIn("clients/coord/Servers") && !s.IsIn("clients/coord/Provisioning") && !s.IsIn("clients/coord/Up") && !s.IsIn("tests") && !s.IsIn("bench") && Transport().IsMatch(s.Text)).Select(s => s.Path));

    /// <summary>What the list names and no code passes would be a place where nothing can ever be killed.</summary>
    [Fact]
    public void Every_failpoint_stands_in_the_code_and_in_the_list() => Assert.Equal(
        Platform.Failpoint.Names.Order(StringComparer.Ordinal),
        Source.Services.SelectMany(s => Failpoints().Matches(s.Text).Select(m => m.Groups["name"].Value)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_file_carries_the_licence_header_of_another_project() =>
        Assert.Equal([], Source.All.Where(s => !s.IsIn("tests/Architecture") && Header().IsMatch(s.Text)).Select(s => s.Path));

    [Fact]
    public void No_file_names_a_machine_or_a_home() =>
        Assert.Equal([], Source.All.Where(s => !s.IsIn("tests/Architecture") && Machine().IsMatch(s.Text)).Select(s => s.Path));

    [GeneratedRegex(@"DateTime(Offset)?\s*\.\s*(UtcNow|Now|Today)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"Async\([^()]*(\([^()]*\)[^()]*)*\)\.Result\b|\b[Tt]ask\w*\.Result\b|\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)|Thread\.Sleep", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Blocking();

    [GeneratedRegex(@"Task\.Delay\(|Thread\.Sleep\(|SpinWait", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\b(MassTransit|RabbitMQ)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Transport();

    [GeneratedRegex("""Failpoint\.Hit\("(?<name>[^"]+)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Failpoints();

    [GeneratedRegex(@"Licensed (to|under)|Copyright \(c\)|Copyright ©|SPDX-License", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Header();

    [GeneratedRegex("\"/(home|root|Users|work)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();
}
