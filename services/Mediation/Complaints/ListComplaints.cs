using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Complaints;

internal static class ListComplaints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/complaints", Handle)
        .WithName("listComplaints").WithSummary("The body's complaints, oldest first, without their words.").RequireRole(Roles.Mediator);

    private static async Task<Ok<Page<ComplaintView>>> Handle(Paging page, MediationDb db, Call call, CancellationToken ct)
    {
        var (agency, exercise) = (call.Caller.Agency, call.Exercise);
        return TypedResults.Ok(await db.Complaints.AsNoTracking().Where(c => c.Agency == agency && c.ExerciseId == exercise).ToPageAsync(page, c => c.Id, ComplaintView.Of, ct));
    }
}
