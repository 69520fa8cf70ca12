using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>A claim in the officer's own words, and the hour it was heard of.</summary>
public sealed record LogClaim([property: Text(500)] string Claim, [property: NotInFuture] DateTimeOffset HeardAt, Guid? IncidentId = null);

internal static class LogClaimCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/clarifications", Handle)
        .WithName("logClaim").WithSummary("Logs a claim in your own words; who made it is not asked.").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Created<ClarificationView>, ProblemHttpResult>> Handle(LogClaim request, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (!await db.IsOpenAsync(request.IncidentId, ct)) return InformedIncidents.Unknown.Problem();
        var (claim, refusal) = Clarification.Log(request, call.Caller.Agency, call.Exercise);
        if (claim is null) return refusal!.Problem();
        db.Add(claim);
        ReplyClocks.Start(clocks, claim, claim.IncidentId is { } id ? await db.IncidentAsync(id, call, ct) : null);
        db.Append(claim.IncidentId ?? claim.Id, new ClarificationChanged(claim.Id, claim.IncidentId, claim.State, null, 0, call.Now));
        return TypedResults.Created($"/v1/clarifications/{claim.Id}", ClarificationView.Of(claim));
    }
}

/// <summary>A claim and its answer.</summary>
public sealed record ClarificationView(
    Guid Id, int Version, ClarificationState State, Guid? IncidentId, string Claim, DateTimeOffset HeardAt, ClarificationState? Outcome, IReadOnlyList<Finding> Facts,
    string? Answer, DateTimeOffset? PublishedAt, bool IsExercise) : IVersioned
{
    internal static ClarificationView Of(Clarification c) =>
        new(c.Id, c.Version, c.State, c.IncidentId, c.Claim, c.HeardAt, c.Outcome, c.Facts, c.Answer, c.PublishedAt, c.ExerciseId is not null);
}
