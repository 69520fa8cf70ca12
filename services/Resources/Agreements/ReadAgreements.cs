using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Agreements;

/// <summary>The agency's agreements on mutual aid.</summary>
internal static class ReadAgreementsCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/aid-agreements", List).WithName("listAidAgreements").WithSummary("The agency's agreements on mutual aid, in all states or one.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/aid-agreements/{id:guid}", Read).WithName("readAidAgreement").WithSummary("One agreement on mutual aid.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<AgreementView>>> List(string agency, AidAgreementState? state, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Agreements.AsNoTracking()
            .Where(a => a.Agency == agency && a.ExerciseId == call.Exercise && (state == null || a.State == state))
            .ToPageAsync(page, a => a.Id, AgreementView.Of, ct));

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> Read(string agency, Guid id, AgreementBook book, CancellationToken ct) =>
        await book.FindAsync(agency, id, ct) is { } agreement ? TypedResults.Ok(AgreementView.Of(agreement)) : Problems.NotFound("agreement", id);
}
