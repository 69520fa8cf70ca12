using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Files;

internal static class ListFileOpenings
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-files/{id:guid}/openings", Handle)
        .WithName("listFileOpenings").WithSummary("Who opened a file, when and why.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<FileOpeningView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.HasFileAsync(id, call, ct)
            ? TypedResults.Ok(await db.FileOpenings.AsNoTracking().Where(a => a.FileId == id).ToPageAsync(page, a => a.Id, FileOpeningView.Of, ct))
            : Problems.NotFound("file", id);
}
