using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Fills;

/// <summary>The supplier's duties in a fill as clocks: lease, commitment, departure, arrival, sign of life, answer. Kept with the supplier's book.</summary>
internal sealed class FillClocks(Clocks clocks)
{
    private static readonly string[] All =
        ["lease.hold", "fill.commit", "fill.mobilise", "fill.arrival", "fill.status", "fill.extension-answer"];

    /// <summary>Starts the lease of an offer; returns until when it holds.</summary>
    public async Task<DateTimeOffset> HoldAsync(Guid fill, Guid subject, DateTimeOffset from, DateTimeOffset? until, CancellationToken ct) =>
        (await AgainAsync("lease.hold", fill, subject, from, until, ct)).DueAt;

    /// <summary>Request, then Commit: the time to departure runs from the commitment.</summary>
    public void Committed(Fill fill, DateTimeOffset at) => clocks.Start("fill.mobilise", fill.FillId, fill.Subject, at);

    public async Task FollowAsync(Fill fill, FillMove move, FillState before, CancellationToken ct)
    {
        switch (move.Step)
        {
            case FillStep.Order when fill.State == FillState.Ordered:
                await clocks.StopAsync("lease.hold", fill.FillId, move.At, ct);
                clocks.Start("fill.commit", fill.FillId, fill.Subject, move.At);
                clocks.Start("fill.mobilise", fill.FillId, fill.Subject, move.At);
                break;
            case FillStep.Commit: await clocks.StopAsync("fill.commit", fill.FillId, move.At, ct); break;
            case FillStep.Depart: await clocks.StopAsync("fill.mobilise", fill.FillId, move.At, ct); break;
            case FillStep.CheckIn when fill.State == FillState.Staged: await clocks.StopAsync("fill.arrival", fill.FillId, move.At, ct); break;
            case FillStep.AskExtension when fill.State == FillState.ExtensionPending:
                await AgainAsync("fill.extension-answer", fill.FillId, fill.Subject, move.At, null, ct);
                break;
            case FillStep.GrantExtension or FillStep.RefuseExtension: await clocks.StopAsync("fill.extension-answer", fill.FillId, move.At, ct); break;
        }
        if (move.Step is FillStep.Depart or FillStep.Report && fill.State is FillState.Mobilizing or FillState.EnRoute && move.Eta is { } eta)
            await AgainAsync("fill.arrival", fill.FillId, fill.Subject, move.At, eta, ct);
        if (move.By == FillSide.Supplier && FillRules.IsDeployed(fill.State)) await AgainAsync("fill.status", fill.FillId, fill.Subject, move.At, null, ct);
        if (fill.State != before) await EndAsync(fill, move.At, ct);
    }

    private async Task EndAsync(Fill fill, DateTimeOffset at, CancellationToken ct)
    {
        if (FillRules.IsDead(fill.State))
        {
            // A refusal is an answer too.
            if (fill.State == FillState.Declined) await clocks.StopAsync("fill.commit", fill.FillId, at, ct);
            foreach (var key in All.Where(k => k != "lease.hold" || fill.State != FillState.Lapsed)) await clocks.CancelAsync(key, fill.FillId, ct);
        }
        else if (fill.State == FillState.ReleasePending) await clocks.CancelAsync("fill.arrival", fill.FillId, ct);
        else if (fill.State == FillState.Returned) await clocks.CancelAsync("fill.status", fill.FillId, ct);
    }

    /// <summary>Ends the occurrence that runs and starts the next.</summary>
    private async Task<Clock> AgainAsync(string key, Guid fill, Guid subject, DateTimeOffset from, DateTimeOffset? due, CancellationToken ct)
    {
        var last = await clocks.FindAsync(key, fill, ct);
        if (last is { State: ClockState.Running or ClockState.Scheduled }) await clocks.CancelAsync(key, fill, ct);
        return clocks.Start(key, fill, subject, from, due: due, occurrence: (last?.Occurrence ?? -1) + 1);
    }
}
