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

internal static class HoldPressConferenceCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/press-conferences", Handle)
        .WithName("holdPressConference").WithSummary("Records that a press conference was held.").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Ok<IncidentInformationView>, ProblemHttpResult>> Handle(
        HoldPressConference request, PublicInformationDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.IncidentAsync(request.IncidentId, call, ct) is not { } incident) return InformedIncidents.Unknown.Problem();
        if (incident.MaySpeak(call.Caller.Agency, package.Section<SpokespersonRules>("spokespersons")) is { } mute) return mute.Problem();
        if (request.HeldAt < incident.ConfirmedAt) return Refusal.Invalid("/heldAt", "before-confirmation", "The incident was confirmed later.").Problem();
        await new ReleaseClocks(clocks).PressConferenceHeldAsync(incident, request.HeldAt, ct);
        db.Append(incident.Id, new PressConferenceHeld(incident.Id, request.HeldAt));
        return TypedResults.Ok(IncidentInformationView.Of(incident));
    }
}
