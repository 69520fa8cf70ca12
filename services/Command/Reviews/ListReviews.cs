using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Reviews;

/// <summary>After-action reviews, of one incident if named.</summary>
internal static class ListReviews
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/reviews", Handle)
        .WithName("listReviews").WithSummary("After-action reviews, of one incident if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<ReviewView>>> Handle(Guid? incident, ReviewState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Reviews.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (incident == null || x.IncidentId == incident) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, ReviewView.Of, ct));
}
