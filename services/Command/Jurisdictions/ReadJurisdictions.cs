using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Jurisdictions;

/// <summary>Reads the tree, now or as it stood at a moment.</summary>
internal static class ReadJurisdictions
{
    private static readonly string[] Readers =
        [Roles.DutyOfficer, Roles.Commander, Roles.Operator, Roles.Integration, Roles.Auditor, Roles.Logistics, Roles.Reporter];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/jurisdictions", List).WithName("listJurisdictions").WithSummary("Every record of the tree, past ones included.").RequireRole(Readers);
        routes.MapGet("/v1/jurisdictions/{code}", Read).WithName("readJurisdiction").WithSummary("A node as it stands, or stood at a moment.").RequireRole(Readers);
        routes.MapGet("/v1/jurisdictions/{code}/report-chain", Chain).WithName("readReportChain")
            .WithSummary("Where a report of this jurisdiction goes, nearest body first.").RequireRole(Readers);
    }

    private static async Task<Ok<Page<JurisdictionView>>> List(Paging page, CommandDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Jurisdictions.AsNoTracking().Where(n => n.ExerciseId == call.Exercise).ToPageAsync(page, n => n.Id, JurisdictionView.Of, ct));

    private static async Task<Results<Ok<JurisdictionView>, ProblemHttpResult>> Read(
        string code, DateTimeOffset? asOf, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) =>
        (await db.TreeAsync(package, call, ct, asOf)).Find(code) is { } node ? TypedResults.Ok(JurisdictionView.Of(node)) : Problems.NotFound("jurisdiction");

    private static async Task<Results<Ok<ReportChainView>, ProblemHttpResult>> Chain(
        string code, DateTimeOffset? asOf, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var tree = await db.TreeAsync(package, call, ct, asOf);
        return tree.Find(code) is null ? Problems.NotFound("jurisdiction") : TypedResults.Ok(new ReportChainView(code, tree.ReportChain(code)));
    }
}

/// <summary>A report chain. Skipping a level (越级) is allowed, with a copy to the skipped one.</summary>
/// <param name="Jurisdiction">Where the report begins.</param>
/// <param name="Steps">Bodies on duty, nearest first.</param>
public sealed record ReportChainView(string Jurisdiction, IReadOnlyList<ChainStep> Steps);
