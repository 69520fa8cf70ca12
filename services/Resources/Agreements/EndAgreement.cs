using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Agreements;

/// <summary>Either party ends an agreement on mutual aid; what is under way goes on by the terms it began with.</summary>
internal static class EndAgreementCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/aid-agreements/{id:guid}/end", Handle)
        .WithName("endAidAgreement").WithSummary("Either party ends an agreement on mutual aid; what is under way goes on by the terms it began with.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(string agency, Guid id, AgreementBook book, CancellationToken ct) =>
        book.TakeAsync(agency, id, AidAgreementState.Ended, ct);
}
