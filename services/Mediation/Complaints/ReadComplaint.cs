using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Complaints;

internal static class ReadComplaint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/complaints/{id:guid}", Handle)
        .WithName("readComplaint").WithSummary("One complaint, without its words.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<ComplaintView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct) =>
        await db.ComplaintAsync(id, call, ct) is { } complaint
            ? TypedResults.Ok(ComplaintView.Of(complaint, await clocks.FindAsync("complaint.reply", id, ct)))
            : Problems.NotFound("complaint", id);
}
