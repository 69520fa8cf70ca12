using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Functional.Platform;

/// <summary>The smallest service that uses everything Platform offers: it counts, says so, and has a duty with a clock.</summary>
internal sealed class ProbeModule : ServiceModule<ProbeDb>
{
    public override string Name => "probe";

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/probes", Open).WithName("openProbe").RequireRole(Roles.Reporter);
        routes.MapPost("/v1/probes/{id:guid}/raise", Raise).WithName("raiseProbe").RequireRole(Roles.Reporter).RequireIfMatch();
        routes.MapPost("/v1/probes/{id:guid}/add", AddOne).WithName("addToProbe").RequireRole(Roles.Reporter);
        routes.MapPost("/v1/probes/{id:guid}/fail", Fail).WithName("failProbe").RequireRole(Roles.Reporter);
        routes.MapPost("/v1/probes/{id:guid}/watch", Watch).WithName("watchProbe").RequireRole(Roles.Reporter);
        routes.MapPost("/v1/probes/{id:guid}/done", Done).WithName("doneProbe").RequireRole(Roles.Reporter);
        routes.MapPost("/v1/probe-exercises", Exercise).WithName("probeExercise").RequireRole(Roles.Operator);
        routes.MapGet("/v1/probes/{id:guid}", Read).WithName("readProbe").RequireRole(Roles.Reporter);
        routes.MapGet("/v1/probes", List).WithName("listProbes").RequireRole(Roles.Reporter);
    }

    public override void React(ClockReactions on) => on.Breach<OnOverdue>("probe.duty");

    private static Created<ProbeView> Open(OpenProbe request, ProbeDb db, Call call)
    {
        var probe = new Probe { Id = Guid.CreateVersion7(), ExerciseId = call.Exercise, Count = request.Count };
        db.Add(probe);
        db.Append(probe.Id, new ProbeRaised(probe.Id, probe.Count));
        return TypedResults.Created($"/v1/probes/{probe.Id}", ProbeView.Of(probe));
    }

    private static async Task<Results<Ok<ProbeView>, ProblemHttpResult>> Raise(Guid id, ProbeDb db, Call call, CancellationToken ct)
    {
        if (await db.Probes.FindAsync([id], ct) is not { } probe) return Problems.NotFound("probe", id);
        if (call.Stale(probe.Version) is { } stale) return stale.Problem();
        return Raised(db, probe);
    }

    private static async Task<Results<Ok<ProbeView>, ProblemHttpResult>> AddOne(Guid id, ProbeDb db, CancellationToken ct) =>
        await db.Probes.FindAsync([id], ct) is { } probe ? Raised(db, probe) : Problems.NotFound("probe", id);

    private static Ok<ProbeView> Raised(ProbeDb db, Probe probe)
    {
        probe.Raise();
        db.Append(probe.Id, new ProbeRaised(probe.Id, probe.Count));
        return TypedResults.Ok(ProbeView.Of(probe));
    }

    private static async Task<Ok> Fail(Guid id, ProbeDb db, CancellationToken ct)
    {
        var probe = await db.Probes.FindAsync([id], ct);
        probe!.Raise();
        db.Append(id, new ProbeRaised(id, probe.Count));
        throw new InvalidOperationException("on purpose");
    }

    private static async Task<Ok<ProbeView>> Watch(Guid id, ProbeDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        var probe = await db.Probes.FindAsync([id], ct);
        clocks.Start("probe.duty", id, id, call.Now);
        return TypedResults.Ok(ProbeView.Of(probe!));
    }

    private static async Task<Results<Ok<ProbeView>, ProblemHttpResult>> Done(Guid id, ProbeDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        var probe = await db.Probes.FindAsync([id], ct);
        return await clocks.StopAsync("probe.duty", id, call.Now, ct) is { } refusal ? refusal.Problem() : TypedResults.Ok(ProbeView.Of(probe!));
    }

    private static Ok<ExerciseTimeChanged> Exercise(ExerciseTimeChanged request, ProbeDb db)
    {
        db.Append(request.ExerciseId, request);
        return TypedResults.Ok(request);
    }

    private static async Task<Results<Ok<ProbeView>, ProblemHttpResult>> Read(Guid id, ProbeDb db, CancellationToken ct) =>
        await db.Probes.FindAsync([id], ct) is { } probe ? TypedResults.Ok(ProbeView.Of(probe)) : Problems.NotFound("probe", id);

    private static async Task<Ok<Page<ProbeView>>> List(Paging page, ProbeDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.Probes.AsNoTracking().ToPageAsync(page, p => p.Id, ProbeView.Of, ct));
}

public sealed record OpenProbe([property: Range(0, 1000)] int Count, [property: Text(20)] string Name, [property: NotInFuture] DateTimeOffset? SeenAt = null,
    ProbeKind Kind = ProbeKind.Plain, [property: Items(0, 2)] IReadOnlyList<ProbePart>? Parts = null);

public sealed record ProbePart([property: Text(5)] string Code);

public enum ProbeKind { Plain, Fancy }

public sealed record ProbeView(Guid Id, int Version, int Count) : IVersioned
{
    internal static ProbeView Of(Probe p) => new(p.Id, p.Version, p.Count);
}

internal sealed class Probe
{
    public Guid Id { get; set; }
    public int Version { get; set; } = 1;
    public Guid? ExerciseId { get; set; }
    public int Count { get; set; }
    public int Overdue { get; set; }

    public void Raise()
    {
        Count++;
        Version++;
    }
}

internal sealed class ProbeDb(DbContextOptions<ProbeDb> options) : ServiceDb(options)
{
    public DbSet<Probe> Probes => Set<Probe>();

    protected override void Model(ModelBuilder model) { }
}

[EventType("probe.raised.v1")]
internal sealed record ProbeRaised(Guid ProbeId, int Count) : IEvent;

internal sealed class OnOverdue(ProbeDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        var probe = await db.Probes.FindAsync([clock.EntityId], ct);
        probe!.Overdue++;
        probe.Raise();
    }
}
