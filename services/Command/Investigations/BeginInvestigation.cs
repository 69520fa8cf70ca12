using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Investigations;

/// <summary>Who investigates an accident.</summary>
/// <param name="Team">Codes of the agencies of the team besides the authority; they take part in the incident from now on.</param>
public sealed record BeginInvestigation([property: Items(0, 50)] IReadOnlyList<string>? Team = null);

/// <summary>
/// The body that the package names for the accident's grade begins (条例493 Art. 19); where it names none, or no grade is confirmed, a body that sets response levels at the
/// incident's place or above, and where there is none, whoever leads the incident. A graver grade brings the matter to a higher body (Art. 20).
/// </summary>
internal static class BeginInvestigationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/investigations", Handle).WithName("beginInvestigation")
        .WithSummary("The body of an accident's grade begins its investigation, and the time of the report runs.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<InvestigationView>, ProblemHttpResult>> Handle(
        Guid id, BeginInvestigation body, CommandDb db, JurisdictionPackage package, InvestigationClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        var (tree, agency) = (await db.TreeAsync(package, call, ct), call.Caller.Agency);
        var isNamed = tree.NamesInvestigator(incident.Grade, incident.Jurisdiction);
        if ((isNamed ? Judge(agency) : await db.MayLeadAsync(incident, call, ct)) is { } stranger) return stranger.Problem();
        var before = await db.Investigations.Where(i => i.IncidentId == id).ToListAsync(ct);
        var open = before.Find(i => i.IsOpen);
        var (investigation, refusal) = Investigation.Begin(incident, body.Team ?? [], before, a => !isNamed || Judge(a) is null, agency, call.Now);
        if (investigation is null) return refusal!.Problem();
        if (open is not null)
        {
            await clocks.EndAsync(open, ct);
            db.Append(id, open.Changed(agency, call.Now));
        }
        db.Add(investigation);
        await db.TakePartAsync(incident, call.Now, ct, [agency, .. investigation.Team]);
        clocks.Begun(investigation, incident);
        db.Append(id, investigation.Changed(agency, call.Now));
        return TypedResults.Created($"/v1/investigations/{investigation.Id}", InvestigationView.Of(investigation));

        Refusal? Judge(string who) => tree.MayInvestigate(who, incident.Grade, incident.Jurisdiction);
    }
}
