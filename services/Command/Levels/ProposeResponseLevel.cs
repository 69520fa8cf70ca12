using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Levels;

/// <summary>What Art. 72 asks to be stated: matter, level, expected end, measures; and the plan version.</summary>
public sealed record ProposeResponseLevel(
    Guid IncidentId, ResponseGrade Level, [property: Text(300)] string Matter, [property: Items(1, 30)] IReadOnlyList<string> Measures, DateTimeOffset ExpectedEnd, Guid? PlanVersionId = null);

internal static class ProposeResponseLevelCase
{
    private static readonly string[] Readers = [Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Integration, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/response-levels", Handle).WithName("proposeResponseLevel").WithSummary("Proposes a response level; one an incident.").RequireRole(Roles.DutyOfficer, Roles.Commander);
        routes.MapGet("/v1/response-levels/{id:guid}", Read).WithName("readResponseLevel").WithSummary("One response level.").RequireRole(Readers);
        routes.MapGet("/v1/incidents/{id:guid}/response-levels", List).WithName("listResponseLevels").WithSummary("Response levels of an incident, oldest first.").RequireRole(Readers);
    }

    private static async Task<Results<Created<ResponseLevelView>, ProblemHttpResult>> Handle(ProposeResponseLevel request, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([request.IncidentId], ct) is not { } incident) return Refusal.Invalid("/incidentId", "unknown-incident", "There is no such incident.").Problem();
        if (await db.ResponseLevels.AnyAsync(l => l.IncidentId == incident.Id && l.State != ResponseLevelState.Ended && l.State != ResponseLevelState.Rejected, ct))
            return new Refusal("level-exists", "The incident has a response level; raise or lower it.", "/incidentId").Problem();
        var (level, refusal) = ResponseLevel.Propose(incident, request, call.Caller.Agency, call.Now);
        if (level is null) return refusal!.Problem();
        db.Add(level);
        db.Append(incident.Id, new ResponseLevelProposed(incident.Id, level.Id, level.Level, call.Now));
        return TypedResults.Created($"/v1/response-levels/{level.Id}", ResponseLevelView.Of(level));
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.ResponseLevels.FindAsync([id], ct) is { } level ? TypedResults.Ok(ResponseLevelView.Of(level)) : Problems.NotFound("response level", id);

    private static async Task<Ok<Page<ResponseLevelView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.ResponseLevels.AsNoTracking().Where(l => l.IncidentId == id).ToPageAsync(page, l => l.Id, ResponseLevelView.Of, ct));
}

/// <summary>A response level.</summary>
public sealed record ResponseLevelView(
    Guid Id, int Version, Guid IncidentId, string Jurisdiction, ResponseLevelState State, ResponseGrade Level, ResponseGrade? ProposedLevel, string Matter,
    IReadOnlyList<string> Measures, Guid? PlanVersionId, DateTimeOffset ExpectedEnd, string? ApprovedBy, bool SelfActivated, string? ConfirmedBy, bool ConfirmationOverdue,
    string? RefusedBy, string? RefusedBecause) : IVersioned
{
    internal static ResponseLevelView Of(ResponseLevel l) => new(
        l.Id, l.Version, l.IncidentId, l.Jurisdiction, l.State, l.Level, l.ProposedLevel, l.Matter, l.Measures, l.PlanVersionId, l.ExpectedEnd,
        l.ApprovedBy, l.SelfActivated, l.ConfirmedBy, l.ConfirmationOverdue, l.RefusedBy, l.RefusedBecause);
}
