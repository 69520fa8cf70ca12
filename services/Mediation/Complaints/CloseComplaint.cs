using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Complaints;

internal static class CloseComplaint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/complaints/{id:guid}/close", Handle)
        .WithName("closeComplaint").WithSummary("Closed; its words are destroyed when their time is over.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static async Task<Results<Ok<ComplaintView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ComplaintAsync(id, call, ct) is not { } complaint) return Problems.NotFound("complaint", id);
        if (call.Stale(complaint.Version) is { } stale) return stale.Problem();
        if (complaint.Close() is { } refusal) return refusal.Problem();
        clocks.Start("complaint.retention", id, id, call.Now);
        return TypedResults.Ok(ComplaintView.Of(complaint, await clocks.FindAsync("complaint.reply", id, ct)));
    }
}
