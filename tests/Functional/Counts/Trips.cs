namespace Coordination.Tests.Functional.Counts;

/// <summary>Sorts what a tap heard: which round trips a call waited for, and which transactions were written.</summary>
internal static class Trips
{
    /// <summary>What was said while something was done, and until the journal came to rest after it.</summary>
    internal static async Task<List<RoundTrip>> DuringAsync(this TappedIntake intake, Func<Task> work)
    {
        await intake.QuietAsync();
        var before = intake.Tap.Trips.Count;
        await work();
        await intake.QuietAsync();
        return [.. intake.Tap.Trips.Skip(before).Where(t => !t.Says("FROM inbox") && !t.Says("count(*)"))];
    }

    /// <summary>Those that a caller waited for: of transactions that touch what a call writes, and looks at answers that were stored.</summary>
    internal static List<RoundTrip> OfCalls(this IEnumerable<RoundTrip> trips) =>
        [.. trips.Commits().Where(t => t.Says("idempotency")).SelectMany(t => t.Trips)];

    /// <summary>The transactions, and what was asked outside of one.</summary>
    internal static IEnumerable<Transaction> Commits(this IEnumerable<RoundTrip> trips)
    {
        foreach (var connection in trips.GroupBy(t => t.Connection))
        {
            var open = new List<RoundTrip>();
            foreach (var trip in connection)
            {
                if (trip.Says("BEGIN") && open.Count > 0) yield return Take();
                open.Add(trip);
                if (trip.Commits || trip.Says("ROLLBACK") || !open.Exists(t => t.Says("BEGIN"))) yield return Take();
            }
            if (open.Count > 0) yield return Take();

            Transaction Take()
            {
                var whole = new Transaction(open);
                open = [];
                return whole;
            }
        }
    }
}

/// <summary>One transaction on one connection.</summary>
internal sealed record Transaction(IReadOnlyList<RoundTrip> Trips)
{
    internal bool Says(string word) => Trips.Any(t => t.Says(word));

    public override string ToString() => string.Join("\n", Trips);
}
