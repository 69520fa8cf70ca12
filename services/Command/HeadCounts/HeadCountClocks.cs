using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.HeadCounts;

/// <summary>What time does to head counts: a round begins at each interval, and its teams owe an answer.</summary>
internal sealed class HeadCountClocks(CommandDb db, JurisdictionPackage package, Clocks clocks, Call call)
{
    public const string Answer = "headcount.answer", Round = "headcount.round";

    private const int UsualRound = 20, UsualAnswer = 10;

    /// <summary>The package's interval, where it has one.</summary>
    public int UsualMinutes(Incident incident) => Minutes(Round, incident, UsualRound);

    /// <summary>The round before is closed. Teams have the time of the package, and no longer than until the next round.</summary>
    public async Task BeginAsync(HeadCount of, Incident incident, DateTimeOffset at, CancellationToken ct)
    {
        await CloseAsync(of, at, ct);
        if (of.Count() is not null) return;
        var next = at.AddMinutes(of.EveryMinutes);
        var answer = at.AddMinutes(Minutes(Answer, incident, UsualAnswer));
        var round = HeadCountRound.Begin(of, at, answer < next ? answer : next);
        db.Add(round);
        if (package.ClockKeys.Contains(Answer)) clocks.Start(Answer, round.Id, incident.Id, at, incident.Scope(), round.DueAt);
        if (package.ClockKeys.Contains(Round)) await clocks.StartNextAsync(Round, of.Id, incident.Id, at, incident.Scope(), ct, next);
        db.Append(incident.Id, round.Changed(at));
    }

    public async Task StoppedAsync(HeadCount of, CancellationToken ct)
    {
        await clocks.CancelAsync(Round, of.Id, ct);
        await CloseAsync(of, call.Now, ct);
        db.Append(of.IncidentId, of.Changed(call.Caller.Agency, call.Now));
    }

    /// <summary>Every team answered.</summary>
    public Task AnsweredAsync(HeadCountRound round, CancellationToken ct) => clocks.StopAsync(Answer, round.Id, call.Now, ct);

    /// <summary>The response is over, or goes on elsewhere: nobody is counted any more.</summary>
    public async Task FollowAsync(Incident incident, CancellationToken ct)
    {
        if (incident.IsOpen) return;
        foreach (var running in await db.HeadCounts.Where(h => h.IncidentId == incident.Id && h.State == HeadCountState.Running).ToListAsync(ct))
            if (running.Stop(call.Caller.Agency, call.Now) is null) await StoppedAsync(running, ct);
    }

    private int Minutes(string key, Incident incident, int otherwise) =>
        package.ClockKeys.Contains(key) && package.Clock(key, incident.Scope()) is { Unit: ClockUnit.Minute, Duration: var minutes and >= 1 } ? (int)minutes : otherwise;

    private async Task CloseAsync(HeadCount of, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.HeadCountRounds.FirstOrDefaultAsync(r => r.HeadCountId == of.Id && r.Number == of.Rounds, ct) is not { } last || last.Close(at) is not null) return;
        await clocks.CancelAsync(Answer, last.Id, ct);
        db.Append(of.IncidentId, last.Changed(at));
    }
}
