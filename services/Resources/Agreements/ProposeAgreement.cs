using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Coordination.Resources.Types;

namespace Coordination.Resources.Agreements;

/// <summary>With whom, which of the two lends, what on what terms, from when to when, and in which order it is called upon.</summary>
public sealed record ProposeAgreement(
    [property: Text(40)] string OtherAgency, AidRole Role, [property: Items(1, 100)] IReadOnlyList<ProposedTerm> Terms, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil,
    [property: Range(1, 100)] int CallOrder = 1);

/// <summary>A resource type, the most of it at a time, and what an hour of one costs in minor units; nothing where left out.</summary>
public sealed record ProposedTerm(
    [property: Text(40)] string TypeCode, [property: Range(1, 1_000_000)] int Quantity, [property: Range(0L, 1_000_000_000_000L)] long? HourlyCostMinor = null,
    [property: Text(3, 3)] string? Currency = null);

/// <summary>What the proposer is in the agreement.</summary>
public enum AidRole
{
    /// <summary>It lends.</summary>
    Lender,
    /// <summary>It borrows.</summary>
    Borrower,
}

/// <summary>An agency proposes an agreement on mutual aid to another, and signs it by that.</summary>
internal static class ProposeAgreementCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/aid-agreements", Handle)
        .WithName("proposeAidAgreement").WithSummary("An agency proposes an agreement on mutual aid to another, and signs it by that.")
        .RequireRole(Who.Decides);

    private static Results<Created<AgreementView>, ProblemHttpResult> Handle(
        string agency, ProposeAgreement request, ResourcesDb db, AgreementBook book, ResourceCatalogue types, Call call)
    {
        if (AgencyCode.Check(request.OtherAgency, "/otherAgency") is { } wrong) return wrong.Problem();
        if (request.OtherAgency == agency) return Refusal.Invalid("/otherAgency", "same-agency", "An agreement is between two agencies.").Problem();
        if (request.ValidUntil <= request.ValidFrom || request.ValidUntil <= call.Now) return Refusal.Invalid("/validUntil", "in-past", "It must end after it begins, and after now.").Problem();
        for (var i = 0; i < request.Terms.Count; i++)
        {
            var term = request.Terms[i];
            if (types.Find(term.TypeCode, $"/terms/{i}/typeCode").Refusal is { } unknown) return unknown.Problem();
            if (request.Terms.Take(i).Any(t => t.TypeCode == term.TypeCode)) return Refusal.Invalid($"/terms/{i}/typeCode", "type-twice", "Each type has one term.").Problem();
            if (Money.Check(term.HourlyCostMinor, term.Currency, $"/terms/{i}/hourlyCostMinor") is { } money) return money.Problem();
        }
        var (lender, borrower) = request.Role == AidRole.Lender ? (agency, request.OtherAgency) : (request.OtherAgency, agency);
        var agreement = Agreement.Open(new(Guid.CreateVersion7(), lender, borrower, agency, AidAgreementState.Proposed, request.CallOrder,
            [.. request.Terms.Select(t => new AidTerm(t.TypeCode, t.Quantity, t.HourlyCostMinor, t.Currency))], request.ValidFrom, request.ValidUntil, call.Now), agency, call.Exercise);
        db.Add(agreement);
        book.Say(agreement);
        return TypedResults.Created($"/v1/agencies/{agency}/aid-agreements/{agreement.AgreementId}", AgreementView.Of(agreement));
    }
}
