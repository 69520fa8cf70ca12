using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Reachability;

/// <summary>Whether a post answered on a day.</summary>
public sealed record ReachabilityTestView(Guid Id, int Version, ReachabilityState State, Guid RosterId, string Agency, string Post, string OpenedBy, string Day, bool IsExercise) : IVersioned
{
    internal static ReachabilityTestView Of(ReachabilityTest t) => new(t.Id, t.Version, t.State, t.RosterId, t.Agency, t.Post, t.OpenedBy, t.Day, t.ExerciseId is not null);
}

/// <summary>Tests of a roster's post, a day each, for whose post it is and who called it.</summary>
internal static class ReadReachability
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/reachability-tests", List).WithName("listReachabilityTests").WithSummary("Whether posts of your agency, or that it called, answered, a day each, oldest first; of one agency or in one state if named.").RequireRole(Readers.All);
        routes.MapGet("/v1/reachability-tests/{id:guid}", Read).WithName("readReachabilityTest").WithSummary("Whether a post answered on a day.").RequireRole(Readers.All);
    }

    public static ReachabilityTestChanged Changed(this ReachabilityTest t, DateTimeOffset at) => new(t.Id, t.RosterId, t.State, t.Agency, t.OpenedBy, at);

    private static async Task<Ok<Page<ReachabilityTestView>>> List(string? agency, ReachabilityState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.ReachabilityTests.AsNoTracking().Where(t => t.ExerciseId == call.Exercise && (agency == null || t.Agency == agency) && (state == null || t.State == state))
            .ToPageAsync(page, t => t.Id, ReachabilityTestView.Of, ct));

    private static async Task<Results<Ok<ReachabilityTestView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.ReachabilityTests.FindAsync([id], ct) is { } test ? TypedResults.Ok(ReachabilityTestView.Of(test)) : Problems.NotFound("reachability test", id);
}
