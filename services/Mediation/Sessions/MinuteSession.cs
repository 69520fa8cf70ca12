using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

/// <summary>The minutes.</summary>
/// <param name="Minutes">In words.</param>
public sealed record MinuteSession([property: Text(10000)] string Minutes);

internal static class MinuteSessionSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/sessions/{id:guid}/minute", Handle)
        .WithName("minuteSession").WithSummary("Writes the minutes; they are sealed.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, MinuteSession body, MediationDb db, Call call, ISecretBox box, CancellationToken ct) =>
        db.DecideSessionAsync(id, call, s => s.Minute(box.Seal(body.Minutes)), ct);
}
