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
        using var owner = await LendingLoad.ReaderAsync(region, LendingRegion.Owner, ct);
        load.Start();
        await load.EachAsync(1, RegionLoad.Patience);
        foreach (var strike in Strikes(random))
        {
            output.WriteLine($"{string.Join(", ", strike)} after {clock.Elapsed.TotalSeconds:0.0} s");
            await load.Gate.Next.WaitAsync(RegionLoad.Patience, ct);
            // Somewhere between the call that was sent, its commit, and what the other side hears of it.
            await Until.LastsAsync(TimeSpan.FromMilliseconds(random.Next(40)));
            if (strike.Length > 0) await Task.WhenAll(strike.Select(KillAsync));
            else await CutAsync(owner, ct);
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
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Healing.Limit);
        foreach (var (borrower, key) in borrowers.Zip((string[])["first", "second"]))
        {
            var ask = await borrower.AskedAsync(key, "speedboat", patience.Token);
            Assert.True(ask is not null, $"{key}: what was asked did not come to the owner: {borrower.Trouble}");
            var lent = await borrower.AnswerAsync(key, ask.Value, shelf.Units[0], isOffer: false, patience.Token);
            Assert.True(lent is { Status: 201 }, $"{key}: the owner did not commit: {lent?.Status} {lent?.Rule} {borrower.Trouble}");
        }
        var refused = await borrowers[0].CommitOrderedAsync("third", shelf.Units[1], patience.Token);
        Assert.True(refused is not null, $"third: what was ordered was not answered: {borrowers[0].Trouble}");
        Assert.Equal((409, "lease-lost"), (refused.Status, refused.Rule));
        await load.StopAsync(Healing.Limit);
        using var reader = await region.Door.ClientAsync("region", [Contracts.Roles.Operator, Contracts.Roles.Auditor], ct);
        await Healing.RestAsync(region.Door, reader, () => region.Parts, Healing.Limit, ct);
        var red = (await CheckAsync(LendingRegion.Forgetful, file, ct)).Where(c => !c.Holds).Select(c => c.Register);
        Assert.Superset(new HashSet<string> { "leases of resources@port", "lease epochs of resources@port", "books of port" }, red.ToHashSet());
    }

    /// <summary>Whom to kill, one after the other in the seed's order, and in the short form at once; nobody's name: the owner's cable is pulled.</summary>
    private static string[][] Strikes(Random random)
    {
        string[][] strikes = BatteryOptions.IsWhole ? [.. Enumerable.Repeat((string[][])[[LendingRegion.Owner], ["police"], []], 10).SelectMany(s => s)] : [[LendingRegion.Owner, "police"], []];
        random.Shuffle(strikes);
        return strikes;
    }

    private async Task KillAsync(string agency)
    {
        var before = region.Part(agency).View;
        await region.Part(agency).KillAsync();
        await Until.TrueAsync(() => region.Part(agency).View is var now && (now.Restarts > before.Restarts || now.State == PartState.Ended), Healing.Limit, () => $"{agency} does not die");
    }

    /// <summary>Who is cut off answers nobody and writes nothing until the cable is in again.</summary>
    private async Task CutAsync(HttpClient caller, CancellationToken ct)
    {
        Assert.True(region.Cable is not null, "This pulls the cable of a machine and needs root for its namespace: run the tests as root.");
        Assert.True(await IsAnsweredAsync(caller, Healing.Limit), "The owner does not answer before it is cut off: nothing is tested.");
        await region.Cable!.Machine.PlugAsync(isIn: false, ct);
        try
        {
            Assert.False(await IsAnsweredAsync(caller, Cut / 2), "The owner answered with its cable out.");
            var head = await region.HeadAsync(LendingRegion.Owner, ct);
            await Until.LastsAsync(Cut / 2);
            Assert.Equal(head, await region.HeadAsync(LendingRegion.Owner, ct));
            Assert.False(await IsAnsweredAsync(caller, TimeSpan.FromSeconds(1)), "The owner answered with its cable out.");
        }
        finally
        {
            await region.Cable.MendAsync(CancellationToken.None);
        }
    }

    /// <summary>True when the owner answered a call with yes by then.</summary>
    private static async Task<bool> IsAnsweredAsync(HttpClient caller, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            using var answer = await caller.GetAsync($"/v1/agencies/{LendingRegion.Owner}/units", limit.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
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
