using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>Each check is shown to see what it is there for: the code is broken on purpose, and some seed must say so in the right words.</summary>
public sealed class GuardTests
{
    private const int Seeds = 60;

    [Fact]
    public void A_store_that_lies_about_a_commit_is_seen() => Sees("lost:", new Sabotage { StoreLies = 0.05 });

    [Fact]
    public void A_sealer_without_a_fence_is_seen() => Sees("sealed in the time of epoch", new Sabotage { Journal = (journal, store) => new UnfencedJournal(journal, store) });

    [Fact]
    public void A_lease_that_does_not_hold_is_seen() => Sees("though the lease of", new Sabotage { Journal = (journal, _) => new UnleasedJournal(journal) });

    [Fact]
    public void A_gap_in_the_positions_is_seen() =>
        Sees("is missing", new Sabotage { AfterCommit = s => s.Execute("UPDATE journal SET position = position + 1 WHERE position = (SELECT max(position) FROM journal) AND position = 4") });

    [Fact]
    public void A_changed_event_is_seen() =>
        Sees("another hash", new Sabotage { AfterCommit = s => s.Execute("UPDATE journal SET data = replace(data, ':1', ':9') WHERE position = 2") });

    [Fact]
    public void An_inbox_that_forgets_is_seen() => Sees("duplicated:", new Sabotage { AfterCommit = s => s.Execute("DELETE FROM inbox WHERE position % 3 = 0") });

    [Fact]
    public void A_bus_that_loses_what_it_confirmed_is_seen() => Sees("blocked: board never had", new Sabotage { Message = (world, e) => world.Happens(0.1) ? null : e });

    [Fact]
    public void Events_that_do_not_name_their_predecessors_are_seen() => Sees("order:", new Sabotage { Message = (_, e) => e with { Previous = "{}" } });

    [Fact]
    public void A_consumer_whose_first_failure_stops_all_others_is_seen() => Sees("blocked: ledger never had", new Sabotage { WaitsForTheFirst = true });

    [Fact]
    public void A_discard_that_releases_nobody_is_seen() => Sees("blocked: ledger never had", new Sabotage { DiscardForgets = true });

    [Fact]
    public void A_clock_that_is_breached_twice_is_seen() => Sees("clock: breached 2 times", Forgetting("state = 'Running', wake_at = due_at, breached_at = NULL"));

    [Fact]
    public void A_clock_that_warns_twice_is_seen() => Sees("clock: warned 2 times", Forgetting("warned_at = NULL, wake_at = warn_at"));

    [Fact]
    public void A_clock_that_never_fires_is_seen() => Sees("clocks never fired", Forgetting("wake_at = NULL"));

    [Fact]
    public void A_clock_that_fires_while_it_is_paused_is_seen() =>
        Sees("fired while it was paused", new Sabotage { AfterCommit = s => s.Execute("UPDATE clocks SET state = 'Running', wake_at = due_at WHERE state = 'Paused'") });

    private static Sabotage Forgetting(string what) => new() { Clocks = (clocks, store) => new ForgetfulClocks(clocks, store, what) };

    private static void Sees(string words, Sabotage sabotage)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            using var scenario = new Scenario(seed, sabotage);
            if (scenario.Run().Any(v => v.Contains(words, StringComparison.Ordinal))) return;
        }
        Assert.Fail($"{Seeds} seeds ran, and none said '{words}'");
    }
}
