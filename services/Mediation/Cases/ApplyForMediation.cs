using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Mediation.Cases;

/// <summary>An application. Names, contacts and words are sealed as they come in.</summary>
public sealed record ApplyForMediation(
    DisputeKind Kind, MediationTier Tier, [property: Text(2000)] string Summary, [property: Items(1, 100)] IReadOnlyList<NamedParty> Applicants,
    [property: Items(1, 100)] IReadOnlyList<NamedParty> Respondents, bool ParallelProceedings = false);

/// <summary>A party as they name themselves.</summary>
public sealed record NamedParty([property: Text(100)] string Name, [property: Text(200)] string Contact);

internal static class ApplyForMediationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases", Handle)
        .WithName("applyForMediation").WithSummary("Takes an application in; it costs nothing.").RequireRole(Roles.Mediator);

    private static Created<CaseView> Handle(ApplyForMediation request, MediationDb db, ISecretBox box, Clocks clocks, Call call)
    {
        var received = Case.Receive(request, box.Seal(request.Summary), call.Caller.Agency, call.Exercise, call.Now);
        db.Add(received);
        foreach (var p in request.Applicants) db.Add(Party.Join(received, PartySide.Applicant, box.Seal(p.Name), box.Seal(p.Contact), applied: true, call.Now));
        foreach (var p in request.Respondents) db.Add(Party.Join(received, PartySide.Respondent, box.Seal(p.Name), box.Seal(p.Contact), applied: false, call.Now));
        clocks.Start("mediation.screen", received.Id, received.Id, call.Now);
        db.Count(received, MediationOutcome.Received, call);
        return TypedResults.Created($"/v1/mediation-cases/{received.Id}", CaseView.Of(received));
    }
}

/// <summary>A case without its words; those are read one by one.</summary>
public sealed record CaseView(
    Guid Id, int Version, CaseState State, DisputeKind Kind, MediationTier Tier, IReadOnlyList<PatientRight> RightsExplained, IReadOnlyList<RightsPath> RightsNotice,
    DateTimeOffset ReceivedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? ClosedAt, int LegalAidReferrals, int HardshipReferrals, bool IsExercise) : IVersioned
{
    internal static CaseView Of(Case c) => new(
        c.Id, c.Version, c.State, c.Kind, c.Tier, c.RightsExplained, c.RightsNotice, c.ReceivedAt, c.AcceptedAt, c.ClosedAt, c.LegalAidReferrals,
        c.HardshipReferrals, c.ExerciseId is not null);
}
