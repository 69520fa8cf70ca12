using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Programmes;

/// <summary>A preparedness programme that your agency runs.</summary>
/// <param name="Name">What it is for; no names of persons.</param>
/// <param name="Jurisdiction">Code of the jurisdiction.</param>
/// <param name="Accepter">Code of the body that accepts it: another than those that run it and take part.</param>
/// <param name="Agencies">Codes of the agencies that take part.</param>
/// <param name="Dates">Until when each stage lasts.</param>
public sealed record PlanProgramme(
    [property: Text(200)] string Name, [property: Text(40)] string Jurisdiction, [property: Text(64)] string Accepter, [property: Items(1, 100)] IReadOnlyList<string> Agencies, ProgrammeDates Dates);

internal static class PlanProgrammeCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/programmes", Handle).WithName("planProgramme")
        .WithSummary("Plans a preparedness programme of agencies: survey, revision, improvement and acceptance.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<ProgrammeView>, ProblemHttpResult>> Handle(PlanProgramme body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var tree = await db.TreeAsync(package, call, ct);
        if ((tree.RefuseUnknown(body.Jurisdiction) ?? tree.MayActAlone(call.Caller.Agency, body.Jurisdiction)) is { } stranger) return stranger.Problem();
        if ((tree.RefuseUnknown(body.Jurisdiction, "/accepter", body.Accepter) ?? tree.RefuseUnknown(body.Jurisdiction, "/agencies", body.Agencies)) is { } unknown) return unknown.Problem();
        var (programme, refusal) = Programme.Plan(body, call.Exercise, call.Caller.Agency, call.Now);
        if (programme is null) return refusal!.Problem();
        db.Add(programme);
        db.Append(programme.Id, programme.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Created($"/v1/programmes/{programme.Id}", ProgrammeView.Of(programme));
    }
}
