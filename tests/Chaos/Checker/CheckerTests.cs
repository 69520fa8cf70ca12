namespace Coordination.Tests.Chaos;

/// <summary>A sound history passes every register; each violation that is planted in it turns its register red, and no other count.</summary>
public sealed class CheckerTests
{
    private readonly Planted planted = new();

    [Fact]
    public void A_sound_history_holds()
    {
        var cells = planted.Check();
        Assert.All(cells, c => Assert.True(c.Holds, c.ToString()));
        Assert.Equal((3, 2, 1), cells.Where(c => c.Register == "reports").Select(c => (c.Attempted, c.Acknowledged, c.Recovered)).Single());
    }

    [Fact]
    public void A_lost_report_is_seen() => Sees("reports", (1, 0, 0), p => p.Acknowledge("agency-1", Guid.NewGuid(), attempt: true));

    [Fact]
    public void A_report_that_is_told_twice_is_seen() => Sees("reports", (0, 1, 0), p => p.Report(p.FirstReport));

    [Fact]
    public void A_key_with_two_reports_is_seen() => Sees("reports", (0, 1, 0), p => p.Acknowledge("key-1", p.Store("key-1b", attempt: true), attempt: false));

    [Fact]
    public void A_report_that_nobody_sent_is_seen() => Sees("reports", (0, 0, 1), p => p.Store("key-9", attempt: false));

    [Fact]
    public void An_order_that_skips_a_state_is_seen() => Sees("order states", (0, 0, 1), p => p.Order("Completed"));

    [Fact]
    public void An_acknowledged_move_that_nothing_tells_is_seen() => Sees("order moves", (1, 0, 0), p => p.Move(Step.Acknowledged, "InProgress"));

    [Fact]
    public void A_unit_that_is_leased_twice_at_once_is_seen() => Sees("leases of resources", (0, 1, 0), p => p.Lease(Guid.NewGuid()));

    [Fact]
    public void A_unit_that_was_given_back_may_be_leased_again() => Assert.True(planted.With(p =>
    {
        p.GiveBack(p.FirstFill);
        p.Lease(Guid.NewGuid());
    }).Check().All(c => c.Holds));

    [Fact]
    public void A_unit_that_two_fills_hold_is_seen() => Sees("units of resources", (0, 1, 0), p => p.Unit("Assigned", Guid.NewGuid()));

    [Fact]
    public void A_unit_that_was_free_in_between_may_serve_another() => Assert.True(planted.With(p =>
    {
        p.Unit("Available", null);
        p.Unit("Assigned", Guid.NewGuid());
    }).Check().All(c => c.Holds));

    [Fact]
    public void An_event_that_a_consumer_never_had_is_seen() => Sees("events at exchange", (1, 0, 0), p => p.Inbox.RemoveAt(1));

    [Fact]
    public void An_event_that_a_consumer_had_twice_is_seen() => Sees("events at exchange", (0, 1, 0), p => p.Inbox.Add(p.Inbox[0]));

    [Fact]
    public void An_effect_of_what_was_never_sealed_is_seen() => Sees("events at exchange", (0, 0, 1), p => p.Inbox.Add(p.Inbox[0] with { Position = 99 }));

    [Fact]
    public void A_clock_that_is_breached_twice_is_seen() => Sees("clocks of intake", (0, 1, 0), p => p.Breach());

    [Fact]
    public void A_clock_that_fired_at_another_moment_is_seen() => Sees("clocks of intake", (0, 0, 1), p => p.Clocks[0] = p.Clocks[0] with { BreachedAt = 5 });

    [Fact]
    public void A_clock_that_never_fired_is_seen() => Sees("clocks of intake", (1, 0, 0), p => p.Clocks.Add(new(Guid.NewGuid(), "k", "Running", 7, null, null, 7)));

    [Fact]
    public void A_missing_position_is_seen() => Sees("journal of intake", (1, 0, 0), p => p.Gap = true);

    [Fact]
    public void A_changed_byte_is_seen() => Sees("journal of intake", (0, 0, 1), p => p.Flip = true);

    [Fact]
    public void A_deferred_event_that_is_left_is_seen() => Sees("set aside at exchange", (1, 0, 0), p => p.Deferred = 2);

    [Theory]
    [InlineData("1 2 3 4", 0, 0, 0)]
    [InlineData("1 2 4", 1, 0, 0)]
    [InlineData("1 2 2 3 4", 0, 1, 0)]
    [InlineData("1 2 3", 1, 0, 0)]
    [InlineData("1 2 3 4 5", 0, 0, 1)]
    public void A_stream_misses_nothing_and_repeats_nothing(string positions, int lost, int duplicated, int unexpected)
    {
        var log = positions.Split(' ').Select(p => new Operation("events", "console", Step.Delivered, "e", null, long.Parse(p)));
        var cell = StreamRegister.Check("events", log, head: 4);
        Assert.Equal((lost, duplicated, unexpected), (cell.Lost, cell.Duplicated, cell.Unexpected));
    }

    [Fact]
    public void A_client_log_is_read_as_it_was_written()
    {
        var file = Path.GetTempFileName();
        var operation = new Operation("reports", "agency-1", Step.Acknowledged, "key-1", Guid.NewGuid());
        using (var log = new ClientLog(file))
        {
            log.Write(operation with { Step = Step.Attempted, Id = null });
            log.Write(operation);
        }
        Assert.Equal([operation with { Step = Step.Attempted, Id = null }, operation], ClientLog.Read(file));
        File.Delete(file);
    }

    private void Sees(string register, (int Lost, int Duplicated, int Unexpected) expected, Action<Planted> plant)
    {
        var cells = planted.With(plant).Check();
        var red = Assert.Single(cells, c => !c.Holds);
        Assert.Equal((register, expected), (red.Register, (red.Lost, red.Duplicated, red.Unexpected)));
        Assert.Contains("lost", RegionCheck.Report(cells), StringComparison.Ordinal);
    }
}
