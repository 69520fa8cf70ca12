using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Warnings;

/// <summary>The content of Art. 64: kind, level, start, possible areas, caution items, measures.</summary>
public sealed record ProposeWarning(
    EventKind Kind, WarningLevel Level, [property: Text(40)] string Jurisdiction, [property: Items(1, 50)] IReadOnlyList<string> Areas,
    [property: Text(1000)] string Cautions, [property: Text(1000)] string Measures, DateTimeOffset StartsAt, DateTimeOffset ExpiresAt,
    [property: Text(5, 5)] string? EventCode = null, Guid? IncidentId = null, Guid? IndicatorId = null);

internal static class ProposeWarningCase
{
    private static readonly string[] Readers = [Roles.DutyOfficer, Roles.Commander, Roles.PublicInformationOfficer, Roles.Approver, Roles.Integration, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/warnings", Handle).WithName("proposeWarning").IsLifeSafety().WithSummary("Proposes a warning; an authorised body decides.").RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration);
        routes.MapGet("/v1/warnings", List).WithName("listWarnings").WithSummary("Warnings, oldest first; in one state, or of one indicator, if named.").RequireRole(Readers);
        routes.MapGet("/v1/warnings/{id:guid}", Read).WithName("readWarning").IsLifeSafety().WithSummary("One warning.").RequireRole(Readers);
    }

    private static async Task<Results<Created<WarningView>, ProblemHttpResult>> Handle(
        ProposeWarning request, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (request.Areas.Any(a => !Code.Is(a))) return Code.Refuse("/areas").Problem();
        if ((await db.TreeAsync(package, call, ct)).RefuseUnknown(request.Jurisdiction) is { } nowhere) return nowhere.Problem();
        if (request.IncidentId is { } incident && await db.Incidents.FindAsync([incident], ct) is null)
            return Refusal.Invalid("/incidentId", "unknown-incident", "There is no such incident.").Problem();
        var (warning, refusal) = Warning.Propose(request, call.Caller.Agency, call.Exercise, call.Now);
        if (warning is null) return refusal!.Problem();
        db.Add(warning);
        db.Append(warning.Id, new WarningProposed(warning.Id, warning.IncidentId, warning.IndicatorId, warning.Kind, warning.EventCode, warning.Level, warning.Jurisdiction, call.Now));
        return TypedResults.Created($"/v1/warnings/{warning.Id}", WarningView.Of(warning));
    }

    private static async Task<Ok<Page<WarningView>>> List(WarningState? state, Guid? indicator, Paging page, CommandDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Warnings.AsNoTracking().Where(w => w.ExerciseId == call.Exercise && (state == null || w.State == state) && (indicator == null || w.IndicatorId == indicator)).ToPageAsync(page, w => w.Id, WarningView.Of, ct));

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Warnings.FindAsync([id], ct) is { } warning ? TypedResults.Ok(WarningView.Of(warning)) : Problems.NotFound("warning", id);
}
