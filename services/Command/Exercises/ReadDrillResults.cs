using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>How a drill and its parts went.</summary>
/// <param name="DrillId">The drill.</param>
/// <param name="State">How it stands.</param>
/// <param name="Roles">How each role answered, of the drill and of its parts together.</param>
/// <param name="Parts">The drills that are part of it, a part after what it is part of.</param>
public sealed record DrillResults(Guid DrillId, DrillState State, IReadOnlyList<RoleResult> Roles, IReadOnlyList<DrillPart> Parts);

/// <summary>The results of a drill roll up those of its parts.</summary>
internal static class ReadDrillResults
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/drills/{id:guid}/results", Handle)
        .WithName("readDrillResults").WithSummary("How each role answered in a drill and its parts, and how the parts stand.").RequireRole(Readers.All);

    private static async Task<Results<Ok<DrillResults>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        var tree = new DrillTree(drill, await db.PartsAsync(drill, ct));
        return TypedResults.Ok(new DrillResults(id, drill.State, tree.Results(), [.. tree.Parts.Select(p => new DrillPart(
            p.Id, p.ParentDrillId!.Value, p.PlanId, p.State, p.Injects.Count, p.AsExpected, p.Findings.Count))]));
    }
}
