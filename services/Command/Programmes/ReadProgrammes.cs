using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Programmes;

/// <summary>A preparedness programme.</summary>
public sealed record ProgrammeView(
    Guid Id, int Version, ProgrammeState State, string Jurisdiction, string Name, string RunBy, string Accepter, IReadOnlyList<string> Agencies, ProgrammeDates Dates,
    IReadOnlyList<StageShare> Shares, IReadOnlyList<string> Findings, DateTimeOffset? DueAt, DateTimeOffset? AcceptedAt, string? Reason, bool IsExercise) : IVersioned
{
    internal static ProgrammeView Of(Programme p) => new(
        p.Id, p.Version, p.State, p.Jurisdiction, p.Name, p.RunBy, p.Accepter, p.Agencies, p.Dates, p.Shares, p.Findings, p.DueAt, p.AcceptedAt, p.Reason, p.ExerciseId is not null);
}

/// <summary>Programmes are read by all, as plans are.</summary>
internal static class ReadProgrammes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/programmes", List).WithName("listProgrammes").WithSummary("Preparedness programmes, oldest first; in one state if named.").RequireRole(Readers.All);
        routes.MapGet("/v1/programmes/{id:guid}", Read).WithName("readProgramme").WithSummary("One preparedness programme.").RequireRole(Readers.All);
    }

    public static ProgrammeChanged Changed(this Programme p, string by, DateTimeOffset at) => new(p.Id, p.Jurisdiction, p.State, p.RunBy, p.Accepter, p.Agencies, p.Shares.Count(s => s.Stage == p.State), p.DueAt, by, at);

    private static async Task<Ok<Page<ProgrammeView>>> List(ProgrammeState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Programmes.AsNoTracking().Where(p => p.ExerciseId == call.Exercise && (state == null || p.State == state)).ToPageAsync(page, p => p.Id, ProgrammeView.Of, ct));

    private static async Task<Results<Ok<ProgrammeView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Programmes.FindAsync([id], ct) is { } programme ? TypedResults.Ok(ProgrammeView.Of(programme)) : Problems.NotFound("programme", id);
}
