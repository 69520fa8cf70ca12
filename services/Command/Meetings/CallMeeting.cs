using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>Agencies are invited to meet, of a jurisdiction or on an incident.</summary>
/// <param name="Kind">Which meeting.</param>
/// <param name="Matter">What it is about; no names of persons.</param>
/// <param name="StartsAt">When.</param>
/// <param name="Agenda">Its items.</param>
/// <param name="Agencies">Codes of the agencies that are invited.</param>
/// <param name="Jurisdiction">Code of the jurisdiction; that of the incident where one is named.</param>
/// <param name="IncidentId">The incident that it is about.</param>
public sealed record CallMeeting(
    MeetingKind Kind, [property: Text(500)] string Matter, DateTimeOffset StartsAt, [property: Items(1, 50)] IReadOnlyList<string> Agenda,
    [property: Items(1, 100)] IReadOnlyList<string> Agencies, [property: Text(40)] string? Jurisdiction = null, Guid? IncidentId = null);

internal static class CallMeetingCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/meetings", Handle).WithName("callMeeting")
        .WithSummary("Invites agencies to a meeting, of a jurisdiction or on an incident.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<MeetingView>, ProblemHttpResult>> Handle(
        CallMeeting body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var tree = await db.TreeAsync(package, call, ct);
        var (place, no) = body.IncidentId is { } id ? await OfIncidentAsync(id, db, call, ct) : OfJurisdiction(body.Jurisdiction, tree, call.Caller.Agency);
        if ((no ?? tree.RefuseUnknown(place, "/agencies", body.Agencies)) is { } stranger) return stranger.Problem();
        var (meeting, refusal) = Meeting.Call(body, place, call.Exercise, call.Caller.Agency, call.Now);
        if (meeting is null) return refusal!.Problem();
        db.Add(meeting);
        db.Append(meeting.Id, meeting.Changed(call.Now));
        return TypedResults.Created($"/v1/meetings/{meeting.Id}", MeetingView.Of(meeting));
    }

    private static async Task<(string Place, Refusal? No)> OfIncidentAsync(Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        var (incident, no) = await IncidentAtHand.FindAsync(id, db, call, ct);
        return incident is null ? ("", no!.Status == 404 ? Refusal.Invalid("/incidentId", "unknown-incident", "There is no such incident.") : no) : (incident.Jurisdiction, await db.MayLeadAsync(incident, call, ct));
    }

    private static (string Place, Refusal? No) OfJurisdiction(string? code, JurisdictionTree tree, string agency) => code is null
        ? ("", Refusal.Invalid("/jurisdiction", "required", "Name a jurisdiction or an incident."))
        : (code, tree.RefuseUnknown(code) ?? tree.MayActAlone(agency, code));
}
