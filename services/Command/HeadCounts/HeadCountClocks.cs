using System.Diagnostics;
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

    /// <summary>Since when answers are taken here.</summary>
    private static readonly DateTimeOffset Since = new(Process.GetCurrentProcess().StartTime.ToUniversalTime(), TimeSpan.Zero);

    public Refusal? Refuse() => Refuse(package.ClockKeys);

    /// <summary>The package's interval, where it has one.</summary>
    public int UsualMinutes(Incident incident) => Minutes(Round, incident, UsualRound);

    /// <summary>Without both clocks no round would follow, and nobody would be told of a silence.</summary>
    public static Refusal? Refuse(IEnumerable<string> keys) => ((string[])[Round, Answer]).Except(keys).FirstOrDefault() is { } missing
        ? new Refusal("no-clock-in-package", $"The region's package has no clock {missing}: teams are counted once it has.") : null;

    /// <summary>The round before is closed; what teams said last in it, or before the head counts were started again, stays known. Teams have the time of the package, and less than until the next round.</summary>
    public async Task BeginAsync(HeadCount of, Incident incident, DateTimeOffset at, CancellationToken ct)
    {
        var before = await CloseAsync(of, at, ct) ?? await db.RoundBeforeAsync(of, 1, ct);
        if (of.Count() is not null) return;
        var round = HeadCountRound.Begin(of, at, of.AnswerBy(at, Minutes(Answer, incident, UsualAnswer)), before);
        db.Add(round);
        if (package.ClockKeys.Contains(Answer)) clocks.Start(Answer, round.Id, incident.Id, at, incident.Scope(), round.DueAt);
        if (package.ClockKeys.Contains(Round)) await clocks.StartNextAsync(Round, of.Id, incident.Id, at, incident.Scope(), ct, at.AddMinutes(of.EveryMinutes));
        db.Append(incident.Id, round.Changed(at));
    }

    public async Task StoppedAsync(HeadCount of, CancellationToken ct)
    {
        await clocks.CancelAsync(Round, of.Id, ct);
        await CloseAsync(of, call.Now, ct);
        db.Append(of.IncidentId, of.Changed(of.StoppedBy!, call.Now));
    }

    /// <summary>The time to answer is up: the commander and the agency of each silent team are told, once in a round; or it begins anew, where the service was away then.</summary>
    public async Task MissAsync(HeadCountRound round, CancellationToken ct)
    {
        if (await AskAgainAsync(round, ct) || round.Miss() is not null) return;
        var commander = await db.CommanderAsync(round.IncidentId, round.DueAt, ct);
        db.Append(round.IncidentId, round.Changed(round.DueAt));
        foreach (var team in round.Silent) db.Append(round.IncidentId, new HeadCountMissed(round.Id, round.IncidentId, team.Agency, team.Team, commander, round.DueAt));
    }

    /// <summary>What passed meanwhile is waived: it was nobody's fault.</summary>
    private async Task<bool> AskAgainAsync(HeadCountRound round, CancellationToken ct)
    {
        if (!package.ClockKeys.Contains(Answer) || await db.HeadCounts.FindAsync([round.HeadCountId], ct) is not { } of || await db.Incidents.FindAsync([of.IncidentId], ct) is not { } incident
            || !round.AskAgain(of, Since, call.RealNow, Minutes(Answer, incident, UsualAnswer))) return false;
        await clocks.WaiveAsync(Answer, round.Id, "service-away", Caller.Service.Agency, ct);
        await clocks.StartNextAsync(Answer, round.Id, incident.Id, call.RealNow, incident.Scope(), ct, round.DueAt);
        db.Append(incident.Id, round.Changed(call.RealNow));
        return true;
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

    /// <summary>
    /// A clock whose time is up is left to breach: the silence is reported here where the clock was not looked at before. Of a round whose teams were to be asked again the
    /// next takes the place: it ended before its time.
    /// </summary>
    private async Task<HeadCountRound?> CloseAsync(HeadCount of, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.HeadCountRounds.FirstOrDefaultAsync(r => r.HeadCountId == of.Id && r.Number == of.Rounds, ct) is not { } last) return null;
        if (last.DueAt <= at) await MissAsync(last, ct);
        if (last.DueAt > at) await clocks.CancelAsync(Answer, last.Id, ct);
        if (last.Close(at) is null) db.Append(of.IncidentId, last.Changed(at));
        return last;
    }
}
