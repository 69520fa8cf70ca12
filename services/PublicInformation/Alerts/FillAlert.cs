using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What stands in the blanks of a draft.</summary>
public sealed record FillAlert([property: Items(1, 50)] IReadOnlyList<AlertBlank> Blanks);

internal static class FillAlertCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts/{id:guid}/fill", Handle)
        .WithName("fillAlert").IsLifeSafety().WithSummary("Fills blanks of a draft.").RequireRole(Roles.PublicInformationOfficer).RequireIfMatch();

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> Handle(Guid id, FillAlert request, PublicInformationDb db, AlertDrafting drafting, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } alert) return Problems.NotFound("alert", id);
        if (call.Stale(alert.Version) is { } stale) return stale.Problem();
        if (alert.MayFill(call.Caller.Subject) is { } closed) return closed.Problem();
        if (AlertBlanks.Fault(request.Blanks, alert.Blanks) is { } wrong) return wrong.Problem();
        var filled = DraftFromTemplateCase.Filled(UpdateAlertCase.Again(alert, alert.MessageType, call.Now), request.Blanks);
        if ((AlertBlanks.TooLong(filled.Texts, filled.Areas) ?? drafting.Fault(filled)) is { } fault) return fault.Problem();
        return alert.Fill(filled.Texts, filled.Areas, call.Caller.Subject) is { } refusal ? refusal.Problem() : TypedResults.Ok(AlertView.Of(alert));
    }
}
