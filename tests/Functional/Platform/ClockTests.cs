using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Platform;

public abstract class ClockTests(ProbeRegion region)
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_clock_of_an_exercise_fires_once_when_exercise_time_jumps_past_its_due_moment()
    {
        var (reporter, exercise) = await BeginAsync();
        var id = await WriteTests.OpenAsync(reporter);
        (await reporter.PostAsync($"/v1/probes/{id}/watch")).EnsureSuccessStatusCode().Dispose();
        await AdvanceAsync(exercise, 2, Noon.AddHours(1));
        await ProbeRegion.UntilAsync(async () => (await ClockAsync(id)).State == ClockState.Breached);
        var clock = await ClockAsync(id);
        Assert.Equal(Noon.AddMinutes(10), clock.BreachedAt);
        Assert.Equal(Noon.AddMinutes(7.5), clock.WarnedAt);
        Assert.Equal(1, await OverdueAsync(id));
        await region.RestartAsync();
        await AdvanceAsync(exercise, 3, Noon.AddHours(2));
        await ProbeRegion.UntilAsync(async () => await VersionAsync(exercise) == 3);
        Assert.Equal(1, await OverdueAsync(id));
    }

    [Fact]
    public async Task A_duty_done_at_the_due_moment_is_met_though_the_clock_fired()
    {
        var (reporter, exercise) = await BeginAsync();
        var id = await WriteTests.OpenAsync(reporter);
        (await reporter.PostAsync($"/v1/probes/{id}/watch")).EnsureSuccessStatusCode().Dispose();
        await AdvanceAsync(exercise, 2, Noon.AddMinutes(10));
        await ProbeRegion.UntilAsync(async () => await VersionAsync(exercise) == 2);
        // Held at the due moment, the clock has fired; a duty done at that very moment is still met.
        (await reporter.PostAsync($"/v1/probes/{id}/done")).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(ClockState.Met, (await ClockAsync(id)).State);
        Assert.Equal(Noon.AddMinutes(10), (await ClockAsync(id)).MetAt);
    }

    [Fact]
    public async Task A_call_of_an_exercise_that_is_not_known_yet_is_told_to_try_again()
    {
        var reporter = region.Reporter.In(Guid.NewGuid());
        using var answer = await reporter.GetAsync("/v1/probes");
        await answer.ProblemAsync(409, "exercise-unknown");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Nothing_real_is_changed_by_an_exercise_and_nothing_of_it_by_a_real_call()
    {
        var real = await WriteTests.OpenAsync(region.Reporter);
        var (reporter, _) = await BeginAsync();
        using var onReal = await reporter.PostAsync($"/v1/probes/{real}/add");
        await onReal.ProblemAsync(409, "exercise-mismatch");
        var played = await WriteTests.OpenAsync(reporter);
        using var onPlayed = await region.Reporter.PostAsync($"/v1/probes/{played}/add");
        await onPlayed.ProblemAsync(409, "exercise-mismatch");
    }

    /// <summary>While a region is upgraded, replicas of two builds share a database.</summary>
    [Fact]
    public async Task A_clock_of_a_key_that_this_build_does_not_know_is_left_for_one_that_does()
    {
        var (services, now, ct) = (region.Running.Apps.First(a => a.Instance.Name == "probe").Services, DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        var clock = Clock.Create(null, "probe.later", Guid.CreateVersion7(), Guid.CreateVersion7(), 0, now.AddHours(-1), now.AddMinutes(-1), now, 100, [], "default");
        clock.Reschedule(clock.DueAt);
        await services.GetRequiredService<WriteScope>().RunAsync((_, db) => Task.FromResult(db.Add(clock)), ct);
        var own = services.GetRequiredService<IClockStore>();
        Assert.False(await own.IsDueAsync(null, now, ct));
        Assert.DoesNotContain(await own.DueAsync(now, 64, ct), d => d.Id == clock.Id);
        Assert.False(await own.FireAsync(clock.Id, now, ct));
        Assert.Equal((ClockState.Running, clock.DueAt), await StateAsync());

        var newer = ActivatorUtilities.CreateInstance<ClockStore>(services, new JurisdictionPackage(
            "probe", "2", services.GetRequiredService<JurisdictionPackage>().Calendar, [new ClockDefinition { Key = "probe.later" }], (_, _) => new object()));
        Assert.Contains(await newer.DueAsync(now, 64, ct), d => d.Id == clock.Id);
        Assert.True(await newer.FireAsync(clock.Id, now, ct));
        Assert.False(await newer.FireAsync(clock.Id, now, ct));
        Assert.Equal((ClockState.Breached, null), await StateAsync());

        Task<(ClockState, DateTimeOffset?)> StateAsync() => region.InAsync<ProbeDb, (ClockState, DateTimeOffset?)>("probe", async db =>
        {
            var stored = await db.Set<Clock>().AsNoTracking().SingleAsync(c => c.Id == clock.Id, ct);
            return (stored.State, stored.WakeAt);
        });
    }

    private async Task<(ApiClient Reporter, Guid Exercise)> BeginAsync()
    {
        var exercise = Guid.CreateVersion7();
        await AdvanceAsync(exercise, 1, Noon);
        await ProbeRegion.UntilAsync(async () => await VersionAsync(exercise) == 1);
        return (region.Reporter.In(exercise), exercise);
    }

    private async Task AdvanceAsync(Guid exercise, int version, DateTimeOffset to)
    {
        var segments = Enumerable.Range(1, version).Select(v => new ExerciseSegment(DateTimeOffset.UtcNow.AddSeconds(v - version - 1), v == version ? to : Noon.AddMinutes(v - 1), 0)).ToList();
        (await region.Reporter.PostAsync("/v1/probe-exercises", new ExerciseTimeChanged(exercise, version, false, segments, DateTimeOffset.UtcNow))).EnsureSuccessStatusCode().Dispose();
    }

    private async Task<int> VersionAsync(Guid exercise) =>
        (await region.Reporter.GetJsonAsync($"/v1/probe/journal?exercise={exercise}")).GetProperty("exerciseVersion").GetInt32();

    private Task<Clock> ClockAsync(Guid id) => region.InAsync<ProbeDb, Clock>("probe", db => db.Set<Clock>().AsNoTracking().SingleAsync(c => c.EntityId == id));

    private Task<int> OverdueAsync(Guid id) => region.InAsync<ProbeDb, int>("probe", db => db.Probes.AsNoTracking().Where(p => p.Id == id).Select(p => p.Overdue).SingleAsync());
}
