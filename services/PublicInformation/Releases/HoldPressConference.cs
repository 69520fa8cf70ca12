using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Releases;

/// <summary>A press conference that was held.</summary>
public sealed record HoldPressConference(Guid IncidentId, [property: NotInFuture] DateTimeOffset HeldAt);

/// <summary>Whether an agency may speak for an incident.</summary>
public sealed record SetSpokesperson(Guid IncidentId, [property: Text(40)] string Agency, bool May);

internal static class HoldPressConferenceCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/press-conferences", Hold).WithName("holdPressConference").WithSummary("Records that a press conference was held.").RequireRole(Roles.PublicInformationOfficer);
        routes.MapPost("/v1/spokespersons", Set).WithName("setSpokesperson").WithSummary("Lets an agency speak for an incident, or no longer; while none is named, any may.").RequireRole(Roles.Approver, Roles.Commander);
    }

    private static async Task<Results<Ok<IncidentInformationView>, ProblemHttpResult>> Hold(HoldPressConference request, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([request.IncidentId], ct) is not { } incident) return Refusal.Invalid("/incidentId", "unknown-incident", "No confirmed incident of this id has reached this service.").Problem();
        await clocks.StopAsync("release.press-conference", incident.Id, request.HeldAt, ct);
        db.Append(incident.Id, new PressConferenceHeld(incident.Id, request.HeldAt));
        return TypedResults.Ok(IncidentInformationView.Of(incident));
    }

    private static async Task<Results<Ok<IncidentInformationView>, ProblemHttpResult>> Set(SetSpokesperson request, PublicInformationDb db, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([request.IncidentId], ct) is not { } incident) return Refusal.Invalid("/incidentId", "unknown-incident", "No confirmed incident of this id has reached this service.").Problem();
        if (request.Agency.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-')) return Refusal.Invalid("/agency", "agency", "An agency's id is a code.").Problem();
        incident.SetSpokesperson(request.Agency, request.May);
        db.Append(incident.Id, new SpokespersonSet(incident.Id, request.Agency, request.May, call.Now));
        return TypedResults.Ok(IncidentInformationView.Of(incident));
    }
}

/// <summary>An incident as public information knows it.</summary>
public sealed record IncidentInformationView(Guid Id, int Version, DateTimeOffset ConfirmedAt, bool ResponseEnded, IReadOnlyList<string> Spokespersons) : IVersioned
{
    internal static IncidentInformationView Of(InformedIncident i) => new(i.Id, i.Version, i.ConfirmedAt, i.ResponseEnded, i.Spokespersons);
}
