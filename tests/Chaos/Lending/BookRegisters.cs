namespace Coordination.Tests.Chaos;

/// <summary>An owner's book beside those of all who borrow from it: the same fills in the same states, and nothing given twice in either.</summary>
internal static class BooksRegister
{
    /// <param name="owner">Who lends.</param>
    /// <param name="books">Everybody's books, the owner's too.</param>
    /// <param name="wanted">What each line asks for.</param>
    internal static Cell Check(string owner, IReadOnlyList<BookCopy> books, int wanted)
    {
        var own = books.Single(b => b.Name == LendingRegion.InstanceOf(owner));
        var lent = own.Fills.Where(f => f.IsSuppliers && f.Supplier == owner).ToDictionary(f => f.Id);
        var borrowed = books.SelectMany(b => b.Fills).Where(f => !f.IsSuppliers && f.Supplier == owner).ToList();
        var known = borrowed.ToLookup(f => f.Id);
        return Cell.Of($"books of {owner}", lent.Count, borrowed.Count, 0,
            lost: [.. lent.Values.Where(f => !known.Contains(f.Id)).Select(f => $"{f.Id} is {f.State} with its owner, and {f.Requester} does not know it")],
            duplicated:
            [
                .. Twice(lent.Values, "the owner's book"), .. Twice(borrowed, "the borrowers' books"),
                .. borrowed.Where(f => f.IsCommitted).GroupBy(f => f.Line).Where(l => l.Sum(f => f.Quantity) > wanted).Select(l => $"line {l.Key} was given {l.Sum(f => f.Quantity)} of {wanted}"),
                .. lent.Values.Where(f => f.LeaseEpoch is not null).GroupBy(f => (f.Unit, f.LeaseEpoch)).Where(g => g.Count() > 1).Select(g => $"lease {g.Key.LeaseEpoch} of unit {g.Key.Unit} was granted {g.Count()} times"),
            ],
            unexpected:
            [
                .. borrowed.Where(f => !lent.ContainsKey(f.Id)).Select(f => $"{f.Id} is {f.State} with {f.Requester}, and its owner does not know it"),
                .. borrowed.Where(f => lent.TryGetValue(f.Id, out var theirs) && (theirs.State, theirs.Quantity, theirs.LeaseEpoch) != (f.State, f.Quantity, f.LeaseEpoch))
                    .Select(f => $"{f.Id} is {f.State} {f.Quantity} (lease {f.LeaseEpoch}) with {f.Requester}, and {lent[f.Id].State} {lent[f.Id].Quantity} (lease {lent[f.Id].LeaseEpoch}) with its owner"),
                .. Goods(own, lent.Values),
            ]);
    }

    private static IEnumerable<string> Twice(IEnumerable<CopiedFill> fills, string where) => fills.Where(f => f is { IsAlive: true, Unit: not null })
        .GroupBy(f => f.Unit).Where(g => g.Count() > 1).Select(g => $"unit {g.Key} serves {g.Count()} fills at once in {where}");

    /// <summary>What is taken from the lots is what stands behind fills, to the piece.</summary>
    private static IEnumerable<string> Goods(BookCopy own, IEnumerable<CopiedFill> lent)
    {
        foreach (var lot in own.Lots.Where(l => l.Free < 0 || l.Free + l.Taken != l.Received)) yield return $"lot {lot.Id} received {lot.Received}: {lot.Free} free, {lot.Taken} taken";
        var (taken, given) = (own.Lots.Sum(l => l.Taken), lent.Where(f => f is { IsAlive: true, Unit: null }).Sum(f => f.Quantity));
        if (taken != given) yield return $"{taken} goods are taken, and fills have {given}";
    }
}

/// <summary>The leases of a unit are numbered without a gap, and each number is one fill's: an owner that forgot what it had granted would count on from an older one.</summary>
internal static class EpochRegister
{
    internal static Cell Check(ServiceCopy owner)
    {
        var (newest, duplicated, unexpected, leases) = (new Dictionary<Guid, long>(), new List<string>(), new List<string>(), 0);
        foreach (var e in owner.Own.Where(e => e.Type is "resources.resources-offered.v1" or "resources.fill-moved.v1"))
        {
            if (e.MaybeGuidOf("unitId") is not { } unit || e.MaybeNumberOf("leaseEpoch") is not { } epoch) continue;
            leases++;
            var before = newest.GetValueOrDefault(unit);
            if (epoch <= before) duplicated.Add($"lease {epoch} of unit {unit} was granted at {e.Position} after lease {before}");
            else if (epoch != before + 1) unexpected.Add($"lease {epoch} of unit {unit} was granted at {e.Position}, the one before was {before}");
            newest[unit] = Math.Max(epoch, before);
        }
        return Cell.Of($"lease epochs of {owner.Name}", leases, leases, 0, [], duplicated, unexpected);
    }
}

/// <summary>What a borrower asked and was told so is said, and said once.</summary>
internal static class AskRegister
{
    internal static Cell Check(string agency, IEnumerable<Operation> log, ServiceCopy borrower)
    {
        var mine = log.Where(o => o.Register == Borrower.Asks(agency)).ToList();
        var asked = mine.Where(o => o.Step == Step.Acknowledged).Select(o => o.Id!.Value).ToHashSet();
        var told = borrower.OfType("resources.resources-requested.v1").Select(e => e.GuidOf("requestId")).ToList();
        return Cell.Of(Borrower.Asks(agency), mine.Count(o => o.Step == Step.Attempted), asked.Count, 0,
            [.. asked.Except(told).Select(id => $"{id} was acknowledged, and nobody was asked")], [.. KeyedRegister.Twice(told).Select(id => $"{id} was asked twice")], []);
    }
}
