using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Warnings;

/// <summary>The clocks of calls: of the recipient's answer, and then of the superior who was told that there is none.</summary>
internal sealed class CallClocks(CommandDb db, Clocks clocks, Call call)
{
    /// <summary>A recipient is called: it owes an answer, and nobody owes care for an older silence.</summary>
    public async Task CalledAsync(WarningCall ring, ClockScope scope, CancellationToken ct)
    {
        await clocks.CancelAsync("warning.superior", ring.Id, ct);
        await AgainAsync("warning.answer", ring, call.Now, scope, ct);
    }

    /// <summary>A superior was told; it has a time of its own from the moment at which the one before it ran out.</summary>
    public Task ToldAsync(WarningCall ring, Warning warning, DateTimeOffset from, CancellationToken ct) => AgainAsync("warning.superior", ring, from, warning.Scope(), ct);

    public async Task AnsweredAsync(WarningCall ring, CancellationToken ct)
    {
        await clocks.StopAsync("warning.answer", ring.Id, call.Now, ct);
        await clocks.CancelAsync("warning.superior", ring.Id, ct);
    }

    public Task TakenOverAsync(WarningCall ring, CancellationToken ct) => clocks.StopAsync("warning.superior", ring.Id, call.Now, ct);

    /// <summary>The warning is over: nobody owes an answer any more. What was met or broken stays so.</summary>
    public async Task OverAsync(Guid warning, CancellationToken ct)
    {
        foreach (var ring in await db.WarningCalls.Where(c => c.WarningId == warning && c.State != WarningCallState.Answered).ToListAsync(ct))
            foreach (var key in (string[])["warning.answer", "warning.superior"])
                await clocks.CancelAsync(key, ring.Id, ct);
    }

    private Task AgainAsync(string key, WarningCall ring, DateTimeOffset from, ClockScope scope, CancellationToken ct) =>
        clocks.StartNextAsync(key, ring.Id, ring.WarningId, from, scope, ct);
}
