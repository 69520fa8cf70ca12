using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Statements;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>A claim in the officer's own words, and the hour it was heard of.</summary>
public sealed record LogClaim([property: Text(500)] string Claim, [property: NotInFuture] DateTimeOffset HeardAt, Guid? IncidentId = null);

/// <summary>What was found, with the facts and the public answer.</summary>
public sealed record ConcludeClaim(ClarificationState Outcome, [property: Items(0, 30)] IReadOnlyList<Fact> Facts, [property: Text(2000)] string Answer);

/// <summary>From a claim to its answer: logged, checked, concluded, published, closed.</summary>
internal static class ClarifyClaim
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/clarifications", Log).WithName("logClaim").WithSummary("Logs a claim in your own words; who made it is not asked.").RequireRole(Roles.PublicInformationOfficer);
        Step("check", "Facts are being looked for.", Roles.PublicInformationOfficer, (c, _) => c.Check());
        routes.MapPost("/v1/clarifications/{id:guid}/conclude", (Guid id, ConcludeClaim request, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct) =>
                MoveAsync(id, db, clocks, call, (c, _) => c.Conclude(request.Outcome, request.Facts, request.Answer), ct))
            .WithName("concludeClaim").WithSummary("Says what was found, with the facts.").RequireRole(Roles.PublicInformationOfficer).RequireIfMatch();
        Step("publish", "Makes the answer public.", Roles.Approver, (c, call) => c.Publish(call.Now));
        Step("close", "Done.", Roles.PublicInformationOfficer, (c, _) => c.Close());
        routes.MapGet("/v1/clarifications/{id:guid}", Read).WithName("readClarification").WithSummary("One clarification.").RequireRole(Roles.PublicInformationOfficer, Roles.Approver, Roles.Auditor);
        routes.MapGet("/v1/public/clarifications", List).WithName("listPublicClarifications").WithSummary("Published answers, oldest first.").AllowAnonymous();

        void Step(string verb, string summary, string role, Func<Clarification, Call, Refusal?> decide) =>
            routes.MapPost($"/v1/clarifications/{{id:guid}}/{verb}", (Guid id, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct) => MoveAsync(id, db, clocks, call, decide, ct))
                .WithName($"{verb}Clarification").WithSummary(summary).RequireRole(role).RequireIfMatch();
    }

    private static Created<ClarificationView> Log(LogClaim request, PublicInformationDb db, Clocks clocks, Call call)
    {
        var claim = Clarification.Log(request, call.Exercise);
        db.Add(claim);
        clocks.Start("clarification.reply", claim.Id, claim.IncidentId ?? claim.Id, call.Now);
        clocks.Start("clarification.reply-legal", claim.Id, claim.IncidentId ?? claim.Id, call.Now);
        db.Append(claim.IncidentId ?? claim.Id, new ClarificationChanged(claim.Id, claim.IncidentId, claim.State, null, 0, call.Now));
        return TypedResults.Created($"/v1/clarifications/{claim.Id}", ClarificationView.Of(claim));
    }

    private static async Task<Results<Ok<ClarificationView>, ProblemHttpResult>> MoveAsync(
        Guid id, PublicInformationDb db, Clocks clocks, Call call, Func<Clarification, Call, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Clarifications.FindAsync([id], ct) is not { } claim) return Problems.NotFound("clarification", id);
        if (call.Stale(claim.Version) is { } stale) return stale.Problem();
        if (decide(claim, call) is { } refusal) return refusal.Problem();
        if (claim.State == ClarificationState.Published)
        {
            await clocks.StopAsync("clarification.reply", id, call.Now, ct);
            await clocks.StopAsync("clarification.reply-legal", id, call.Now, ct);
        }
        db.Append(claim.IncidentId ?? id, new ClarificationChanged(id, claim.IncidentId, claim.State, claim.Outcome, claim.Facts.Count, call.Now));
        return TypedResults.Ok(ClarificationView.Of(claim));
    }

    private static async Task<Results<Ok<ClarificationView>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, CancellationToken ct) =>
        await db.Clarifications.FindAsync([id], ct) is { } claim ? TypedResults.Ok(ClarificationView.Of(claim)) : Problems.NotFound("clarification", id);

    private static async Task<Ok<Page<ClarificationView>>> List(Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Clarifications.AsNoTracking().Where(c => c.ExerciseId == call.Exercise && c.PublishedAt != null).ToPageAsync(page, c => c.Id, ClarificationView.Of, ct));
}

/// <summary>A claim and its answer.</summary>
public sealed record ClarificationView(
    Guid Id, int Version, ClarificationState State, Guid? IncidentId, string Claim, DateTimeOffset HeardAt, ClarificationState? Outcome, IReadOnlyList<Fact> Facts,
    string? Answer, DateTimeOffset? PublishedAt) : IVersioned
{
    internal static ClarificationView Of(Clarification c) => new(c.Id, c.Version, c.State, c.IncidentId, c.Claim, c.HeardAt, c.Outcome, c.Facts, c.Answer, c.PublishedAt);
}
