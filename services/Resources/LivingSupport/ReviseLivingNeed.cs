using System.ComponentModel.DataAnnotations;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.LivingSupport;

/// <summary>How many are needed now, 0 where nothing more is; and which lines of the agency's requests for the incident are to bring them.</summary>
public sealed record ReviseLivingNeed([property: Range(0, 100_000_000)] int Needed, [property: Items(0, 50)] IReadOnlyList<Guid> Lines);

/// <summary>More or fewer are needed, and other lines are to bring them.</summary>
internal static class ReviseLivingNeedCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/living-needs/{id:guid}/revise", Handle)
        .WithName("reviseLivingNeed").WithSummary("An agency says how many are needed now, and which lines of its requests are to bring them.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static async Task<Results<Ok<LivingNeedView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReviseLivingNeed request, ResourcesDb db, Call call, CancellationToken ct)
    {
        if (await db.LivingNeeds.FindAsync([id], ct) is not { } need || need.Agency != agency || need.ExerciseId != call.Exercise) return Problems.NotFound("living need", id);
        if (call.Stale(need.Version) is { } stale) return stale.Problem();
        var lines = await db.LinesOfAsync(agency, need.IncidentId, call.Exercise, ct);
        var odd = request.Lines.ToList().FindIndex(l => lines.All(known => known.Id != l));
        if (odd >= 0)
            return Refusal.Invalid($"/lines/{odd}", "no-such-line", "No request of the agency for the incident has such a line.").Problem();
        need.Revise(request.Needed, request.Lines, call.Now);
        return TypedResults.Ok(LivingNeedView.Of(need, lines));
    }
}
