using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>More time, by agreement of all who take part.</summary>
/// <param name="Until">The new end.</param>
/// <param name="PartyIds">Those who agree: everyone who takes part.</param>
public sealed record ExtendCompletion(DateTimeOffset Until, [property: Items(2, 1000)] IReadOnlyList<Guid> PartyIds);

internal static class ExtendCompletionSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/extend", Handle)
        .WithName("extendCompletion").WithSummary("Everyone who takes part wants more time (条例701 Art. 38).")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(
        Guid id, ExtendCompletion body, MediationDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await clocks.FindAsync("mediation.completion", id, ct) is not { State: ClockState.Running } clock)
            return await db.CaseAsync(id, call, ct) is null ? Problems.NotFound("case", id) : new Refusal("not-under-way", "Only a case under way gets more time.").Problem();
        var parties = await db.PartiesAsync(id, ct);
        return await db.DecideAsync(id, call, c => c.Extend(body.PartyIds, parties, clock.DueAt, body.Until), async c =>
        {
            var next = clock.Occurrence + 1;
            if (await clocks.CancelAsync(clock.Key, id, ct) is { } refusal) return refusal;
            clocks.Start(clock.Key, id, id, call.Now, new ClockScope(Category: $"{c.Kind}"), body.Until, next);
            return null;
        }, ct);
    }
}
