using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Mediators;

internal static class ListMediators
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/mediators", Handle)
        .WithName("listMediators").WithSummary("Who was offered, accepted, challenged.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<AppointmentView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.Appointments.AsNoTracking().Where(a => a.CaseId == id).ToPageAsync(page, a => a.Id, AppointmentView.Of, ct));
}
