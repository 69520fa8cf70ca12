using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Agreements;

/// <summary>The other party declines an agreement on mutual aid.</summary>
internal static class DeclineAgreementCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/aid-agreements/{id:guid}/decline", Handle)
        .WithName("declineAidAgreement").WithSummary("The other party declines an agreement on mutual aid.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(string agency, Guid id, AgreementBook book, CancellationToken ct) =>
        book.TakeAsync(agency, id, AidAgreementState.Declined, ct);
}
