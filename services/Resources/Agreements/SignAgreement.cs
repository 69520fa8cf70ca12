using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Agreements;

/// <summary>The other party signs an agreement on mutual aid; it holds from then on, within its time.</summary>
internal static class SignAgreementCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/aid-agreements/{id:guid}/sign", Handle)
        .WithName("signAidAgreement").WithSummary("The other party signs an agreement on mutual aid; it holds from then on, within its time.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(string agency, Guid id, AgreementBook book, CancellationToken ct) =>
        book.TakeAsync(agency, id, AidAgreementState.InForce, ct);
}
