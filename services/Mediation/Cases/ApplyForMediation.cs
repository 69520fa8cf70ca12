using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>An application. Names, contacts and words are sealed as they come in; a case never opens without a party who wants it.</summary>
/// <param name="Kind">Kind of dispute.</param>
/// <param name="Tier">Where the parties want it mediated.</param>
/// <param name="Summary">What it is about, in the applicants' words.</param>
/// <param name="Applicants">Who applies; they agree by applying.</param>
/// <param name="Respondents">The other side; asked once.</param>
/// <param name="Origin">How it came; a referral needs the party's consent.</param>
/// <param name="Parallel">A procedure that has the matter already, or null.</param>
public sealed record ApplyForMediation(
    DisputeKind Kind, MediationTier Tier, [property: Text(2000)] string Summary, [property: Items(1, 100)] IReadOnlyList<NamedParty> Applicants,
    [property: Items(1, 100)] IReadOnlyList<NamedParty> Respondents, CaseOrigin Origin = CaseOrigin.Application, RunningProcedure? Parallel = null);

/// <summary>A party as they name themselves.</summary>
/// <param name="Name">Name.</param>
/// <param name="Contact">How to reach them.</param>
public sealed record NamedParty([property: Text(100)] string Name, [property: Text(200)] string Contact);

internal static class ApplyForMediationSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases", Handle)
        .WithName("applyForMediation").WithSummary("Takes an application in; it costs nothing.").RequireRole(Roles.Mediator);

    private static Results<Created<CaseView>, ProblemHttpResult> Handle(
        ApplyForMediation body, MediationDb db, ISecretBox box, CaseProfiles profiles, MonthCount month, Clocks clocks, Call call)
    {
        var profile = profiles.Of(body.Kind);
        if (!profile.Tiers.Contains(body.Tier)) return Refusal.Invalid("/tier", "tier", $"Disputes of this kind are mediated at: {string.Join(", ", profile.Tiers)}.").Problem();
        var received = Case.Receive(body.Kind, body.Tier, body.Origin, body.Parallel, box.Seal(body.Summary), call.Caller.Agency, call.Exercise, call.Now);
        db.Add(received);
        var ids = InOrder.Ids(body.Applicants.Count + body.Respondents.Count);
        db.AddRange(body.Applicants.Select((p, i) => Party.Join(received, PartySide.Applicant, box.Seal(p.Name), box.Seal(p.Contact), applied: true, call.Now, ids[i])));
        db.AddRange(body.Respondents.Select((p, i) =>
            Party.Join(received, PartySide.Respondent, box.Seal(p.Name), box.Seal(p.Contact), applied: false, call.Now, ids[body.Applicants.Count + i])));
        clocks.Start("mediation.screen", received.Id, received.Id, call.Now);
        month.Count(body.Kind, MediationOutcome.Received);
        return TypedResults.Created($"/v1/mediation-cases/{received.Id}", CaseView.Of(received));
    }
}
