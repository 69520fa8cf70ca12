using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Contract = Coordination.Rpc.Resources.V1;

namespace Coordination.Command.Availability;

/// <summary>What the agencies of an incident could send now.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Agencies">Its owner and its participants, each as it answered.</param>
public sealed record IncidentAvailability(Guid IncidentId, IReadOnlyList<AgencyAvailability> Agencies);

/// <summary>One agency's answer.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Unanswered">Why there is no answer; null where there is one.</param>
/// <param name="Types">Units by type.</param>
public sealed record AgencyAvailability(string Agency, string? Unanswered, IReadOnlyList<AvailableType> Types);

/// <summary>Units of one type.</summary>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Units">All.</param>
/// <param name="Available">Ready and not leased.</param>
public sealed record AvailableType(string TypeCode, int Units, int Available);

/// <summary>Before it orders, a command asks every agency's resources. One that does not answer is named, and the others are shown.</summary>
internal static class AskAvailabilityCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/incidents/{id:guid}/availability", Handle)
        .WithName("askAvailability").WithSummary("What the agencies of an incident could send now.").RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Logistics);

    private static async Task<Results<Ok<IncidentAvailability>, ProblemHttpResult>> Handle(Guid id, string? typeCode, CommandDb db, Peers peers, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        var agencies = incident.Participants.Append(incident.OwnerAgency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var asked = await Task.WhenAll(agencies.Select(a => peers.AskAsync<Contract.Availability>(a, Question(a, typeCode), ct)));
        if (Array.TrueForAll(asked, a => a.IsAway)) return asked[0].Refusal!.Problem();
        return TypedResults.Ok(new IncidentAvailability(id, [.. agencies.Zip(asked, Of)]));
    }

    private static Contract.ReadAvailabilityRequest Question(string agency, string? typeCode)
    {
        var question = new Contract.ReadAvailabilityRequest { Agency = agency };
        if (typeCode is not null) question.TypeCode = typeCode;
        return question;
    }

    private static AgencyAvailability Of(string agency, PeerAnswer<Contract.Availability> asked) =>
        new(agency, asked.Refusal?.Detail, [.. (asked.Answer?.Items ?? []).Select(i => new AvailableType(i.TypeCode, i.Units, i.Available))]);
}
