using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>After each commit: only the owner of the newest epoch sealed, and nobody took the lease of another while it held.</summary>
internal sealed class Leadership(World world)
{
    /// <summary>Twice the most by which a machine's clock is wrong.</summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private (long Epoch, long Head, string Owner, DateTimeOffset LeaseUntil) last = (0, 0, "", DateTimeOffset.MinValue);

    internal List<string> Violations { get; } = [];

    internal void Look(SimulatedStore store, long? sealingWith)
    {
        var heads = store.Read("SELECT epoch, head, owner, lease_until FROM journal_head", r => (r.GetInt64(0), r.GetInt64(1), r.GetString(2), Micros.At(r.GetInt64(3))));
        if (heads is not [var now]) return;
        if (now.Item1 != last.Epoch && now.Item3 != last.Owner && last.LeaseUntil > world.Now + Tolerance)
            Violations.Add($"{now.Item3} leads though the lease of {last.Owner} holds");
        if (now.Item2 != last.Head && sealingWith != now.Item1)
            Violations.Add($"epoch {sealingWith} sealed in the time of epoch {now.Item1}");
        last = now;
    }
}
