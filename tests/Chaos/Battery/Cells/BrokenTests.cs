namespace Coordination.Tests.Chaos;

/// <summary>
/// The guard of the battery: the region is broken on purpose, and the checker must go red in the right register. What the simulator breaks in the code
/// (inbox, fence, lease, clocks, chain) is in <c>tests/Simulation</c>; here stands what needs a region.
/// </summary>
[Collection(typeof(OneProcess))]
public sealed class BrokenTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_book_that_forgets_who_holds_a_unit_is_seen() => SeesAsync("leases of resources", "write.after-commit",
        ("resources", "CREATE TRIGGER forgets AFTER UPDATE ON units WHEN NEW.fill_id IS NOT NULL BEGIN UPDATE units SET fill_id = NULL WHERE id = NEW.id; END"));

    [Fact]
    public Task A_service_that_forgets_its_answers_is_seen() => SeesAsync("reports", "call.before-answer",
        ("intake", "CREATE TRIGGER forgets AFTER INSERT ON idempotency BEGIN DELETE FROM idempotency WHERE key = NEW.key; END"));

    [Fact]
    public Task A_subscriber_without_a_cursor_is_seen() => SeesAsync("events", "relay.after-hand-over", null);

    private async Task SeesAsync(string register, string point, (string, string)? sabotage)
    {
        await using var cell = new CrashCell(CrashPoint.All.Single(p => p.Name == point), 40, output) { Sabotage = sabotage, ForgetsItsCursor = sabotage is null };
        var cells = await cell.RunAsync();
        Assert.Contains(register, cells.Where(c => !c.Holds).Select(c => c.Register));
    }
}
