using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

internal static class ReadCases
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/mediation-cases", List).WithName("listCases").WithSummary("The committee's own cases, oldest first.").RequireRole(Roles.Mediator);
        routes.MapGet("/v1/mediation-cases/{id:guid}", Read).WithName("readCase").WithSummary("One case of the committee.").RequireRole(Roles.Mediator);
        routes.MapGet("/v1/mediation-cases/{id:guid}/summary", Summary).WithName("readCaseSummary").WithSummary("What the case is about, in the applicants' words.").RequireRole(Roles.Mediator);
    }

    private static async Task<Ok<Page<CaseView>>> List(Paging page, MediationDb db, Call call, CancellationToken ct)
    {
        var agency = call.Caller.Agency;
        return TypedResults.Ok(await db.Cases.AsNoTracking().Where(c => c.Agency == agency && c.ExerciseId == call.Exercise).ToPageAsync(page, c => c.Id, CaseView.Of, ct));
    }

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> Read(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is { } found ? TypedResults.Ok(CaseView.Of(found)) : Problems.NotFound("case", id);

    private static async Task<Results<Ok<CaseSummary>, ProblemHttpResult>> Summary(Guid id, MediationDb db, ISecretBox box, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is { } found
            ? TypedResults.Ok(new CaseSummary(found.Id, found.Summary.Length == 0 ? null : box.Open(found.Summary)))
            : Problems.NotFound("case", id);
}

/// <summary>What a case is about; null once destroyed.</summary>
public sealed record CaseSummary(Guid Id, string? Summary);
