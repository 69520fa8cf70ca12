using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Jurisdictions;

/// <summary>A power for an agency in a jurisdiction.</summary>
public sealed record GrantAuthority([property: Text(40)] string Agency, [property: Text(40)] string Jurisdiction, AuthorityPower Power, [property: Text(200)] string Basis);

internal static class GrantAuthorityCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/authority-grants", Grant).WithName("grantAuthority").WithSummary("Gives an agency a power in a jurisdiction, from now on.").RequireRole(Roles.Operator);
        routes.MapPost("/v1/authority-grants/{id:guid}/end", End).WithName("endAuthority").WithSummary("Ends a power; what was decided under it stands.")
            .RequireRole(Roles.Operator).RequireIfMatch();
        routes.MapGet("/v1/authority-grants", List).WithName("listAuthorityGrants").WithSummary("Every power, past ones included; with asOf those that held at that moment.")
            .RequireRole(Roles.Operator, Roles.Commander, Roles.DutyOfficer, Roles.Auditor);
    }

    private static async Task<Results<Created<GrantView>, ProblemHttpResult>> Grant(
        GrantAuthority request, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (!Code.Is(request.Agency)) return Refusal.Invalid("/agency", "agency", "An agency's id is a code.").Problem();
        if ((await db.TreeAsync(package, call, ct)).Find(request.Jurisdiction) is null)
            return Refusal.Invalid("/jurisdiction", "unknown-jurisdiction", "There is no such node now.").Problem();
        var grant = AuthorityGrant.Give(request, call.Exercise, call.Now);
        db.Add(grant);
        await db.GivePowerAsync(new() { Id = grant.Id, ExerciseId = grant.ExerciseId, Agency = grant.Agency, Power = grant.Power, Jurisdiction = grant.Jurisdiction }, ct);
        db.Append(grant.Id, new AuthorityGranted(grant.Id, grant.Agency, grant.Jurisdiction, grant.Power, grant.ValidFrom));
        return TypedResults.Created($"/v1/authority-grants/{grant.Id}", GrantView.Of(grant));
    }

    private static async Task<Results<Ok<GrantView>, ProblemHttpResult>> End(Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.AuthorityGrants.FindAsync([id], ct) is not { } grant) return Problems.NotFound("grant", id);
        if (call.Stale(grant.Version) is { } stale) return stale.Problem();
        if (grant.End(call.Now) is { } refusal) return refusal.Problem();
        await db.EndPowerAsync(id, ct);
        db.Append(grant.Id, new AuthorityEnded(grant.Id, grant.Agency, grant.Jurisdiction, grant.Power, call.Now));
        return TypedResults.Ok(GrantView.Of(grant));
    }

    private static async Task<Ok<Page<GrantView>>> List(Paging page, string? jurisdiction, DateTimeOffset? asOf, CommandDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.AuthorityGrants.AsNoTracking().Where(g => g.ExerciseId == call.Exercise && (jurisdiction == null || g.Jurisdiction == jurisdiction)
            && (asOf == null || (g.ValidFrom <= asOf && (g.ValidTo == null || asOf < g.ValidTo)))).ToPageAsync(page, g => g.Id, GrantView.Of, ct));
}

/// <summary>A power.</summary>
public sealed record GrantView(
    Guid Id, int Version, string Agency, string Jurisdiction, AuthorityPower Power, string Basis, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo) : IVersioned
{
    internal static GrantView Of(AuthorityGrant g) => new(g.Id, g.Version, g.Agency, g.Jurisdiction, g.Power, g.Basis, g.ValidFrom, g.ValidTo);
}
