namespace Coordination.Tests.Chaos;

/// <summary>What clients moved from state to state with keys like <c>Accepted-id</c>: each acknowledged move is told, and told once.</summary>
internal static class MoveRegister
{
    internal static Cell Check(string register, IEnumerable<Operation> log, ServiceCopy copy, string type, string member)
    {
        var mine = log.Where(o => o.Register == register).ToList();
        var attempted = mine.Where(o => o.Step == Step.Attempted).Select(o => o.Key).ToHashSet();
        var acknowledged = mine.Where(o => o.Step == Step.Acknowledged).Select(o => o.Key).ToHashSet();
        var told = copy.OfType(type).Select(e => $"{e.TextOf("state")}-{e.GuidOf(member)}").Where(attempted.Contains).ToList();
        var known = told.ToHashSet();
        return Cell.Of(register, attempted.Count, acknowledged.Count, known.Count(k => !acknowledged.Contains(k)),
            [.. acknowledged.Where(a => !known.Contains(a)).Select(a => $"{a} was acknowledged, and no event tells it")],
            [.. KeyedRegister.Twice(told).Select(t => $"{t} is told more than once")],
            []);
    }
}

/// <summary>A named unit has one lease at a time: from the offer or commitment that takes it until its fill ends or it is home.</summary>
internal static class LeaseRegister
{
    private static readonly string[] Over = ["Declined", "Lapsed", "Recalled", "Returned"];

    internal static Cell Check(ServiceCopy resources)
    {
        var (holders, duplicated, leases) = (new Dictionary<Guid, Guid>(), new List<string>(), 0);
        foreach (var e in resources.Own)
        {
            if (e.Type is not ("resources.resources-offered.v1" or "resources.fill-moved.v1") || e.MaybeGuidOf("unitId") is not { } unit) continue;
            var fill = e.GuidOf("fillId");
            if (Over.Contains(e.TextOf("state")))
            {
                if (holders.GetValueOrDefault(unit) == fill) holders.Remove(unit);
            }
            else if (e.Type == "resources.resources-offered.v1" && e.TextOf("response") == "Accept")
            {
                leases++;
                if (holders.TryGetValue(unit, out var holder)) duplicated.Add($"unit {unit} was leased to {fill} at {e.Position} while {holder} had it");
                holders[unit] = fill;
            }
        }
        return Cell.Of($"leases of {resources.Name}", leases, leases, 0, [], duplicated, []);
    }
}
