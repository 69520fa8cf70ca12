using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Jurisdictions;

/// <summary>A node of the tree as it shall be from now on.</summary>
public sealed record SetJurisdiction(JurisdictionTier Tier, [property: Text(12)] string? Parent, [property: Text(100)] string Name, [property: Text(100)] string NameZh);

internal static class SetJurisdictionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/v1/jurisdictions/{code}", Handle)
        .WithName("setJurisdiction").WithSummary("Sets a node of the tree from now on; what held before stays on record.").RequireRole(Roles.Operator);

    private static async Task<Results<Ok<JurisdictionView>, ProblemHttpResult>> Handle(
        string code, SetJurisdiction request, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var tree = await db.TreeAsync(package, call, ct);
        var before = await db.Jurisdictions.Where(n => n.Code == code && n.ExerciseId == call.Exercise && n.ValidTo == null).FirstOrDefaultAsync(ct);
        if (before?.Says(request) == true) return TypedResults.Ok(JurisdictionView.Of(before));
        if (request.Parent is not null && tree.Chain(request.Parent).Any(n => n.Code == code))
            return Refusal.Invalid("/parent", "circle", "A node cannot stand under itself.").Problem();
        var (node, refusal) = Jurisdiction.Set(request, code, call.Exercise, request.Parent is null ? null : tree.Find(request.Parent), call.Now);
        if (node is null) return refusal!.Problem();
        if (tree.Below(code).Any(n => n.Tier <= node.Tier)) return Refusal.Invalid("/tier", "tier-order", "A node below it would stand no lower.").Problem();
        before?.End(call.Now);
        db.Add(node);
        db.Append(node.Id, new JurisdictionSet(node.Id, node.Code, node.Tier, node.Parent, node.ValidFrom));
        return TypedResults.Ok(JurisdictionView.Of(node));
    }
}
