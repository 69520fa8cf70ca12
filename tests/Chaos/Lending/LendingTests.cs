using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>Agencies with their own instances lend to each other while processes die and a cable is pulled: what is given is given once, or refused.</summary>
[Collection(typeof(OneProcess))]
public sealed class LendingTests(LendingRegion region, ITestOutputHelper output) : IClassFixture<LendingRegion>
{
    /// <summary>Longer than a commitment takes, shorter than a call waits.</summary>
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(4);
    private const string Forgets = """
        CREATE FUNCTION forgets() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.fill_id := NULL; NEW.state := 'Available'; NEW.lease_epoch := OLD.lease_epoch; RETURN NEW; END $$;
        CREATE TRIGGER forgets BEFORE UPDATE ON units FOR EACH ROW EXECUTE FUNCTION forgets();
        """;

    [Fact]
    public async Task Owner_and_borrower_that_die_or_are_cut_off_while_they_commit_give_nothing_twice_and_their_books_agree()
    {
        var ct = TestContext.Current.CancellationToken;
        var (clock, random, file) = (Stopwatch.StartNew(), BatteryOptions.RandomOf("lending"), region.LogOf("lending"));
        var (load, _, _) = await LendingLoad.PrepareAsync(region, LendingRegion.Owner, LendingRegion.Borrowers, file, random, ct);
        await using var working = load;
        load.Start();
        await load.EachAsync(1, RegionLoad.Patience);
        foreach (var strike in Strikes(random))
        {
            output.WriteLine($"{strike} after {clock.Elapsed.TotalSeconds:0.0} s");
            await load.Gate.Next.WaitAsync(RegionLoad.Patience, ct);
            // Somewhere between the call that was sent, its commit, and what the other side hears of it.
            await Until.LastsAsync(TimeSpan.FromMilliseconds(random.Next(40)));
            if (strike.Length > 0) await KillAsync(strike);
            else await CutAsync(ct);
            await load.EachAsync(1, Healing.Limit);
        }
        var struck = clock.Elapsed;
        await load.StopAsync(Healing.Limit);
        using var reader = await region.Door.ClientAsync("region", [Contracts.Roles.Operator, Contracts.Roles.Auditor], ct);
        await Healing.RestAsync(region.Door, reader, () => region.Parts, Healing.Limit, ct);
        output.WriteLine(Healing.Say(clock.Elapsed - struck));
        var cells = await CheckAsync(LendingRegion.Owner, file, ct);
        Assert.True(cells.All(c => c.Holds), RegionCheck.Report(cells.Where(c => !c.Holds)));
        Assert.All(cells.Where(c => c.Register is Borrower.Commitments or Borrower.Moves), c => Assert.True(c.Acknowledged > 0, $"{c.Register} were never acknowledged: nothing was tested"));
        foreach (var borrower in LendingRegion.Borrowers) await AgreesAsync(borrower, ct);
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task An_owner_that_forgets_its_leases_is_seen_and_commits_no_order_on_a_lease_that_it_lost()
    {
        var ct = TestContext.Current.CancellationToken;
        var file = region.LogOf("forgets");
        var (load, borrowers, shelf) = await LendingLoad.PrepareAsync(region, LendingRegion.Forgetful, ["police"], file, new Random(1), ct);
        await using var working = load;
        await region.SabotageAsync(LendingRegion.Forgetful, Forgets, ct);
        var (first, second) = (borrowers[0], borrowers[1]);
        Assert.Equal(201, (await first.AnswerAsync("first", (await first.AskedAsync("first", "speedboat", ct))!.Value, shelf.Units[0], isOffer: false, ct))!.Status);
        Assert.Equal(201, (await second.AnswerAsync("second", (await second.AskedAsync("second", "speedboat", ct))!.Value, shelf.Units[0], isOffer: false, ct))!.Status);
        var refused = await first.CommitOrderedAsync("third", shelf.Units[1], ct);
        Assert.Equal((409, "lease-lost"), (refused!.Status, refused.Rule));
        await load.StopAsync(Healing.Limit);
        using var reader = await region.Door.ClientAsync("region", [Contracts.Roles.Operator, Contracts.Roles.Auditor], ct);
        await Healing.RestAsync(region.Door, reader, () => region.Parts, Healing.Limit, ct);
        var red = (await CheckAsync(LendingRegion.Forgetful, file, ct)).Where(c => !c.Holds).Select(c => c.Register);
        Assert.Superset(new HashSet<string> { "leases of resources@port", "lease epochs of resources@port", "books of port" }, red.ToHashSet());
    }

    /// <summary>Whom to kill, one after the other in the seed's order; nobody's name: the owner's cable is pulled.</summary>
    private static string[] Strikes(Random random)
    {
        string[] strikes = [LendingRegion.Owner, "police", ""];
        if (BatteryOptions.IsWhole) strikes = [.. Enumerable.Repeat(strikes, 10).SelectMany(s => s)];
        random.Shuffle(strikes);
        return strikes;
    }

    private async Task KillAsync(string agency)
    {
        var before = region.Part(agency).View;
        await region.Part(agency).KillAsync();
        await Until.TrueAsync(() => region.Part(agency).View is var now && (now.Restarts > before.Restarts || now.State == PartState.Ended), Healing.Limit, () => $"{agency} does not die");
    }

    private async Task CutAsync(CancellationToken ct)
    {
        Assert.True(region.Cable is not null, "This pulls the cable of a machine and needs root for its namespace: run the tests as root.");
        await region.Cable!.Machine.PlugAsync(isIn: false, ct);
        try
        {
            await Until.LastsAsync(Cut);
        }
        finally
        {
            await region.Cable.MendAsync(CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<Cell>> CheckAsync(string owner, string file, CancellationToken ct)
    {
        var at = DateTimeOffset.UtcNow;
        var (journals, books) = await region.CopyAsync(ct);
        var cells = LendingCheck.Of(owner, journals, books, ClientLog.Read(file), at);
        output.WriteLine(RegionCheck.Report(cells));
        return cells;
    }

    /// <summary>What a borrower is told when it asks the owner how its commitments stand is what its own book says.</summary>
    private async Task AgreesAsync(string borrower, CancellationToken ct)
    {
        using var reader = await LendingLoad.ReaderAsync(region, borrower, ct);
        var fills = (await reader.GetFromJsonAsync<JsonElement>($"/v1/agencies/{borrower}/fills", ct)).GetProperty("items").EnumerateArray().Take(5).ToList();
        Assert.NotEmpty(fills);
        foreach (var fill in fills)
        {
            var books = await reader.GetFromJsonAsync<JsonElement>($"/v1/agencies/{borrower}/fills/{fill.GetProperty("id").GetGuid()}/books", ct);
            Assert.True(books.GetProperty("agree").GetBoolean(), books.ToString());
        }
    }
}
