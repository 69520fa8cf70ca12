using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Drills;

/// <summary>Plays a drill against a region: each step at its moment, its calls in order, then its expectations.</summary>
internal sealed class DrillRun(Drill drill, RegionClient region, ITimeline timeline, double? speed = null)
{
    private readonly Dictionary<string, IReadOnlyList<JsonNode?>> remembered = [];
    private readonly Evaluation evaluation = new(drill);
    private Values values = new(drill);
    private ExerciseTime time = new(region, speed);
    private readonly Dictionary<string, string> clockPlaces = [];
    private ClockBoard? board;
    private Place next = new(0, 0);
    private bool changed;

    /// <summary>Plays the first steps; those after them stay not evaluated.</summary>
    internal Task<Evaluation> PlayAsync(int steps, CancellationToken ct) => PlayAsync(new Place(steps, 0), ct);

    /// <summary>Plays on from where it stands up to a place, and leaves the region at rest there.</summary>
    internal async Task<Evaluation> PlayAsync(Place to, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            if (evaluation.Exercise is null) await BeginAsync(ct);
            while (next < to) next = await PlayNextAsync(drill.Steps[next.Step], ct);
            await SettleAsync(ct);
            if (next.Step == drill.Steps.Count) evaluation.Clocks = await Board().AllAsync(ct);
        }
        catch (Exception e) when (e is RegionException or HttpRequestException or JsonException or InvalidOperationException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            evaluation.Broken = e.Message;
        }
        evaluation.Took += watch.Elapsed;
        return evaluation;
    }

    /// <summary>The same run from where it stands, in a drill that has begun like this one, against a copy of the region made there.</summary>
    internal DrillRun Onwards(Drill changedDrill, RegionClient copy)
    {
        var onwards = new DrillRun(changedDrill, copy, timeline, speed) { values = values.Copy(), time = time.In(copy), next = next };
        foreach (var (name, views) in remembered) onwards.remembered.Add(name, views);
        onwards.evaluation.Exercise = evaluation.Exercise;
        return onwards;
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        await time.BeginAsync(drill, ct);
        values.Exercise = evaluation.Exercise = time.Id;
        timeline.Began(drill, time.Id);
    }

    private async Task<Place> PlayNextAsync(Step step, CancellationToken ct)
    {
        if (next.Call == 0) await OpenAsync(step, ct);
        if (next.Call == step.Calls.Count)
        {
            await CloseAsync(step, ct);
            return new(next.Step + 1, 0);
        }
        await SettleAsync(ct);
        var call = step.Calls[next.Call];
        Conclude(call, await EachAsync(call.Each, () => PlayAsync(call, ct)));
        return next with { Call = next.Call + 1 };
    }

    private async Task OpenAsync(Step step, CancellationToken ct)
    {
        await SettleAsync(ct);
        await time.AdvanceAsync(drill.T0 + step.At, MovedAsync, ct);
        values.Now = time.Now;
        timeline.Began(step, time.Now);
        foreach (var set in step.Remember) remembered[set.Name] = await LookAsync(set, ct);

        async Task MovedAsync()
        {
            board = null;
            if (timeline.ShowsClocks) timeline.Clocks(await Board().AllAsync(ct), time.Now);
        }
    }

    private async Task CloseAsync(Step step, CancellationToken ct)
    {
        await SettleAsync(ct);
        foreach (var expectation in step.Expectations) Conclude(expectation, await EachAsync(expectation.Each, () => JudgeAsync(expectation, ct)));
        if (timeline.ShowsClocks) timeline.Clocks(await Board().AllAsync(ct), time.Now);
    }

    /// <summary>Only a change that was taken can have set anything in motion.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        if (!changed) return;
        await time.RestAsync(ct);
        (changed, board) = (false, null);
    }

    private void Conclude(object origin, (Outcome Outcome, string? Detail) result)
    {
        var finding = evaluation.Of(origin);
        finding.Conclude(result.Outcome, result.Detail, time.Now);
        timeline.Concluded(finding);
    }

    private async Task<(Outcome, string?)> EachAsync(Each? each, Func<Task<(Outcome Outcome, string? Detail)>> once)
    {
        try
        {
            if (each is null) return await once();
            foreach (var value in each.Values)
            {
                values.Keep(each.Variable, values.Fill(value));
                if (await once() is { Outcome: not Outcome.Met } wrong) return (wrong.Outcome, $"{each.Variable}={value}: {wrong.Detail}");
            }
            return (Outcome.Met, null);
        }
        catch (UnknownValueException e)
        {
            return (Outcome.Unknown, e.Message);
        }
        finally
        {
            if (each is not null) values.Forget(each.Variable);
        }
    }

    private async Task<(Outcome, string?)> PlayAsync(Call call, CancellationToken ct)
    {
        var reply = await SendAsync(call, ct);
        if (Wrong(call.Answer, reply) is { } wrong) return (Outcome.Unmet, wrong);
        if (call.Keep is not { } name) return (Outcome.Met, null);
        var path = values.Fill(call.From ?? "/");
        if (!JsonPath.TryFind(reply.Body, path, out var kept) || kept is null) return (Outcome.Unmet, $"nothing at {path} to keep");
        values.Keep(values.Fill(name), kept.DeepClone());
        return (Outcome.Met, null);
    }

    private async Task<Reply> SendAsync(Call call, CancellationToken ct)
    {
        var path = values.Fill(call.Path);
        var actor = drill.Actors.TryGetValue(values.Fill(call.Actor), out var known) ? known : throw new UnknownValueException($"actor {call.Actor}");
        var version = call.IfMatch switch
        {
            null => null,
            "current" => await VersionAsync(actor, path[..path.LastIndexOf('/')], ct),
            ['/', ..] other => await VersionAsync(actor, values.Fill(other), ct),
            var literal => values.Fill(literal),
        };
        var body = call.Raw is { } raw ? values.Fill(raw) : values.Fill(call.Body)?.ToJsonString();
        var reply = await region.SendAsync(actor, call.Method, path, body, version, time.Id, ct);
        changed |= reply.IsSuccess && call.Method != "GET";
        return reply;
    }

    /// <summary>The version a person would have read on the screen before deciding.</summary>
    private async Task<string?> VersionAsync(Actor actor, string path, CancellationToken ct)
    {
        var reply = await region.SendAsync(actor, "GET", path, null, null, time.Id, ct);
        return reply.ETag ?? (reply.Body as JsonObject)?["version"]?.ToJsonString() ?? throw new UnknownValueException($"version of {path} ({reply.Status} {reply.Rule})");
    }

    private string? Wrong(Answer expected, Reply reply)
    {
        if (expected.Status is { } status ? reply.Status != status : !reply.IsSuccess)
            return $"expected {(expected.Status is { } s ? s : "2xx")}, was {reply.Status} {(reply.IsSuccess ? "" : reply.Body?.ToJsonString())}";
        if (expected.Problem is { } rule && !reply.Rules.Contains(rule)) return $"expected {rule}, was {reply.Body?.ToJsonString()}";
        return expected.Members.Select(m => Match.Mismatch(m, reply.Body, values)).FirstOrDefault(w => w is not null);
    }

    private async Task<(Outcome, string?)> JudgeAsync(Expectation expectation, CancellationToken ct) => expectation switch
    {
        ViewExpectation view => Wrong(view.View.Answer, await SendAsync(view.View, ct)) is { } wrong ? (Outcome.Unmet, wrong) : (Outcome.Met, null),
        ClockExpectation clock => await Board().JudgeAsync(clock, values, clockPlaces, ct),
        EventExpectation e => await EventLog.JudgeAsync(e, region, time.Id, values, ct),
        SameExpectation same => Compare(remembered[same.Name], await LookAsync(drill.Steps.SelectMany(s => s.Remember).First(r => r.Name == same.Name), ct)),
        _ => (Outcome.Unknown, "nobody knows how to look at this"),
    };

    private async Task<IReadOnlyList<JsonNode?>> LookAsync(Remembered set, CancellationToken ct)
    {
        var views = new List<JsonNode?>();
        foreach (var view in set.Views)
        {
            var reply = await SendAsync(view, ct);
            views.Add(Wrong(view.Answer, reply) is { } wrong ? throw new RegionException($"{view.Says}: {wrong}") : reply.Body);
        }
        return views;
    }

    private static (Outcome, string?) Compare(IReadOnlyList<JsonNode?> before, IReadOnlyList<JsonNode?> after) =>
        before.Count == after.Count && before.Zip(after).All(p => Match.Same(p.First, p.Second))
            ? (Outcome.Met, null)
            : (Outcome.Unmet, $"view {before.Zip(after).TakeWhile(p => Match.Same(p.First, p.Second)).Count() + 1} of {before.Count} has changed");

    private ClockBoard Board() => board ??= new(region, time.Services, time.Id);
}
