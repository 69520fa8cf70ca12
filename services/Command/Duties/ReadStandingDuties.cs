using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Duties;

/// <summary>A standing duty.</summary>
public sealed record StandingDutyView(
    Guid Id, int Version, StandingDutyState State, StandingDutyKind Kind, string Agency, string Jurisdiction, DateTimeOffset SinceAt, DateTimeOffset? EndedAt, string LaidBy, bool IsExercise) : IVersioned
{
    internal static StandingDutyView Of(StandingDuty d) => new(d.Id, d.Version, d.State, d.Kind, d.Agency, d.Jurisdiction, d.SinceAt, d.EndedAt, d.LaidBy, d.ExerciseId is not null);
}

/// <summary>Standing duties are read by all, as plans and drills are.</summary>
internal static class ReadStandingDuties
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/standing-duties", List).WithName("listStandingDuties").WithSummary("Standing duties, oldest first; of one agency or in one state if named.").RequireRole(Readers.All);
        routes.MapGet("/v1/standing-duties/{id:guid}", Read).WithName("readStandingDuty").WithSummary("One standing duty.").RequireRole(Readers.All);
    }

    public static StandingDutyChanged Changed(this StandingDuty d, DateTimeOffset at) => new(d.Id, d.Kind, d.State, d.Agency, d.Jurisdiction, at);

    private static async Task<Ok<Page<StandingDutyView>>> List(string? agency, StandingDutyState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.StandingDuties.AsNoTracking().Where(d => d.ExerciseId == call.Exercise && (agency == null || d.Agency == agency) && (state == null || d.State == state))
            .ToPageAsync(page, d => d.Id, StandingDutyView.Of, ct));

    private static async Task<Results<Ok<StandingDutyView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.StandingDuties.FindAsync([id], ct) is { } duty ? TypedResults.Ok(StandingDutyView.Of(duty)) : Problems.NotFound("standing duty", id);
}
