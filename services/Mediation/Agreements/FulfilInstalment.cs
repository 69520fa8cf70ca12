using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

/// <summary>The part that was performed.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When; now unless given.</param>
public sealed record FulfilInstalment([property: Range(1, 60)] int Number, [property: NotInFuture] DateTimeOffset? At = null);

internal static class FulfilInstalmentSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/fulfil", Handle)
        .WithName("fulfilInstalment").WithSummary("A part was performed, in time or late.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, FulfilInstalment body, MediationDb db, Call call, Clocks clocks, MonthCount month, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) =>
        {
            if (a.Fulfil(body.Number, body.At ?? call.Now) is { } refusal) return refusal;
            await clocks.StopAsync("agreement.instalment", a.Instalments[body.Number - 1].Id, body.At ?? call.Now, ct);
            if (a.PerformedLateAt == (body.At ?? call.Now)) month.Count(found.Kind, MediationOutcome.Performed);
            return null;
        }, ct);
}
