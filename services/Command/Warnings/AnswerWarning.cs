using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Warnings;

/// <summary>A recipient answers the call. One's own answer is an append: it needs no version.</summary>
internal static class AnswerWarning
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/warnings/{id:guid}/answer", Handle).WithName("answerWarning").IsLifeSafety().WithSummary("The called agency answers.").RequireRole(Roles.DutyOfficer, Roles.Reporter, Roles.Integration);
        routes.MapGet("/v1/warnings/{id:guid}/calls", List).WithName("listWarningCalls").WithSummary("Who was called, answered, or was escalated.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.Integration);
    }

    private static async Task<Results<Ok<WarningCallView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CallClocks clocks, Call call, CancellationToken ct)
    {
        var agency = call.Caller.Agency;
        if (await db.WarningCalls.FirstOrDefaultAsync(c => c.WarningId == id && c.Recipient == agency, ct) is not { } ring) return Problems.NotFound("call to your agency");
        if (ring.Answer(agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.AnsweredAsync(ring, ct);
        db.Append(id, new WarningAnswered(id, ring.Id, agency, call.Now));
        return TypedResults.Ok(WarningCallView.Of(ring));
    }

    private static async Task<Ok<Page<WarningCallView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.WarningCalls.AsNoTracking().Where(c => c.WarningId == id).ToPageAsync(page, c => c.Id, WarningCallView.Of, ct));
}
