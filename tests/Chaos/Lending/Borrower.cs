using Coordination.CommandLine.Regions;

namespace Coordination.Tests.Chaos;

/// <summary>What is to be had at an owner's: few units, and goods.</summary>
internal sealed record Shelf(string Owner, IReadOnlyList<Guid> Units);

/// <summary>
/// A borrower and the owner's dispatcher who serves it: a request is asked of the owner, who commits a unit or goods that others want at the same moment, or
/// refuses, and takes back most of what it gave.
/// </summary>
internal sealed class Borrower(string agency, int number, CarefulClient own, CarefulClient dispatcher, Shelf shelf, CommitGate gate, Random random) : Worker(Commitments, number, own, dispatcher)
{
    internal const string Commitments = "commitments";
    internal const string Moves = "commitment moves";
    internal const int Wanted = 4;
    private static readonly string[] Taken = ["unit-held", "unit-not-available", "insufficient-stock", "conflict"];
    private readonly Guid incident = Guid.NewGuid();

    internal static string Asks(string agency) => $"asks of {agency}";

    protected override async Task<bool> WorkAsync(int turn, CancellationToken giveUp)
    {
        Guid? unit = random.Next(3) > 0 ? shelf.Units[random.Next(shelf.Units.Count)] : null;
        var (key, isOrdered) = ($"{agency}-{Number}-{turn}", random.Next(3) == 0);
        if (await AskedAsync(key, unit is null ? "tent" : "speedboat", giveUp) is not { } ask) return false;
        var answer = await AnswerAsync(key, ask, unit, isOrdered, giveUp);
        if (answer is null) return false;
        if (!answer.IsSuccess)
        {
            Assert.True(answer.Rule is { } rule && Taken.Contains(rule), $"a commitment was refused: {answer.Status} {answer.Body?.ToJsonString()}");
            return IsDone(await dispatcher.PostAsync("refusals", $"{key}-declined", $"{Owner}/asks/{ask}/decline", new { reason = "NotAvailable" }, null, 1, giveUp));
        }
        var (fill, version) = Entry(answer);
        if (isOrdered && (version = await OrderedAsync(key, fill, giveUp) ?? 0) == 0) return false;
        // Some stays where it is: then both books must have it in the end.
        if (unit is null && random.Next(2) == 0) return true;
        return IsDone(await dispatcher.PostAsync(Moves, $"Recalled-{fill}", $"{Owner}/offers/{fill}/withdraw", new { reason = "NeededHere" }, null, version, giveUp));
    }

    /// <summary>A request that is approved and asked of the owner. Gives the ask, once the owner knows it.</summary>
    internal async Task<Guid?> AskedAsync(string key, string type, CancellationToken giveUp)
    {
        var line = new { typeCode = type, quantity = Wanted, mission = "Evacuation", needBy = DateTimeOffset.UtcNow.AddHours(6) };
        if (await own.PostAsync("needs", key, $"{Mine}/requests", new { incidentId = incident, level = "II", lines = new[] { line } }, null, null, giveUp) is not { } drafted || !IsDone(drafted)) return null;
        var (id, version) = Entry(drafted);
        if (await own.PostAsync("needs", $"{key}-submitted", $"{Mine}/requests/{id}/submit", null, null, version, giveUp) is not { } submitted || !IsDone(submitted)) return null;
        if (await own.PostAsync("needs", $"{key}-approved", $"{Mine}/requests/{id}/lines/1/approve", new { quantity = Wanted }, null, Entry(submitted).Version, giveUp) is not { } approved || !IsDone(approved)) return null;
        var asking = new { toAgency = shelf.Owner, relation = "Peer", quantity = Wanted };
        if (await own.PostAsync(Asks(agency), $"{key}-asked", $"{Mine}/requests/{id}/lines/1/ask", asking, null, Entry(approved).Version, giveUp) is not { } asked || !IsDone(asked)) return null;
        return (await dispatcher.UntilAsync($"{Owner}/asks?requestId={id}", page => page["items"]!.AsArray().Count > 0, giveUp))?["items"]![0]!["id"]!.GetValue<Guid>();
    }

    /// <summary>The owner commits at once, or offers.</summary>
    internal async Task<Reply?> AnswerAsync(string key, Guid ask, Guid? unit, bool isOffer, CancellationToken giveUp)
    {
        gate.Pass();
        var verb = isOffer ? "offer" : "commit";
        return await dispatcher.PostAsync(Commitments, $"{key}-answered", $"{Owner}/asks/{ask}/{verb}", unit is null ? new { quantity = Wanted } : new { quantity = Wanted, unitId = unit }, null, null, giveUp);
    }

    /// <summary>The borrower orders what was offered, and the owner commits it. Gives the version of the owner's entry.</summary>
    private async Task<int?> OrderedAsync(string key, Guid fill, CancellationToken giveUp)
    {
        var committed = await CommitAsync(key, fill, giveUp);
        return IsDone(committed) ? Entry(committed!).Version : null;
    }

    /// <summary>Asked, offered, ordered and committed, whatever the owner says to the last.</summary>
    internal async Task<Reply?> CommitOrderedAsync(string key, Guid unit, CancellationToken giveUp)
    {
        if (await AskedAsync(key, "speedboat", giveUp) is not { } ask) return null;
        return await AnswerAsync(key, ask, unit, isOffer: true, giveUp) is { IsSuccess: true } offer ? await CommitAsync(key, Entry(offer).Id, giveUp) : null;
    }

    private async Task<Reply?> CommitAsync(string key, Guid fill, CancellationToken giveUp)
    {
        if (await OrderAsync(key, fill, giveUp) is not { } ordered) return null;
        gate.Pass();
        return await dispatcher.PostAsync(Moves, $"Committed-{fill}", $"{Owner}/offers/{fill}/commit", new { }, null, ordered, giveUp);
    }

    /// <summary>Gives the version of the owner's entry, once it has heard the order.</summary>
    private async Task<int?> OrderAsync(string key, Guid fill, CancellationToken giveUp)
    {
        if (await own.UntilAsync($"{Mine}/fills/{fill}", f => f["version"] is not null, giveUp) is not { } heard) return null;
        var chosen = await own.PostAsync("needs", $"{key}-selected", $"{Mine}/fills/{fill}/select", null, null, heard["version"]!.GetValue<int>(), giveUp);
        if (!IsDone(chosen)) return null;
        if (!IsDone(await own.PostAsync("needs", $"{key}-ordered", $"{Mine}/fills/{fill}/order", new { }, null, Entry(chosen!).Version, giveUp))) return null;
        return (await dispatcher.UntilAsync($"{Owner}/offers/{fill}", f => $"{f["state"]}" == "Ordered", giveUp))?["version"]!.GetValue<int>();
    }

    private string Mine => $"/v1/agencies/{agency}";

    private string Owner => $"/v1/agencies/{shelf.Owner}";

    private static (Guid Id, int Version) Entry(Reply answer) => (answer.Body!["id"]!.GetValue<Guid>(), answer.Body["version"]!.GetValue<int>());
}

/// <summary>Tells whoever strikes that a commitment is on its way.</summary>
internal sealed class CommitGate
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the next commitment is sent.</summary>
    internal Task Next => Volatile.Read(ref next).Task;

    internal void Pass() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
