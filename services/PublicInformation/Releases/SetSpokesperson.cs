using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Releases;

/// <summary>Whether an agency may speak for an incident.</summary>
public sealed record SetSpokesperson(Guid IncidentId, [property: Text(40)] string Agency, bool May);

internal static class SetSpokespersonCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/spokespersons", Handle)
        .WithName("setSpokesperson").WithSummary("Lets an agency speak for an incident, or no longer; while none is named, any may, except where the package asks for a grant.")
        .RequireRole(Roles.Approver, Roles.Commander);

    private static async Task<Results<Ok<IncidentInformationView>, ProblemHttpResult>> Handle(SetSpokesperson request, PublicInformationDb db, Call call, CancellationToken ct)
    {
        if (await db.IncidentAsync(request.IncidentId, call, ct) is not { } incident) return InformedIncidents.Unknown.Problem();
        if (request.Agency.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-')) return Refusal.Invalid("/agency", "agency", "An agency's id is a code.").Problem();
        var before = incident.Version;
        incident.SetSpokesperson(request.Agency, request.May);
        if (incident.Version != before) db.Append(incident.Id, new SpokespersonSet(incident.Id, request.Agency, request.May, call.Now));
        return TypedResults.Ok(IncidentInformationView.Of(incident));
    }
}
