using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Agreements;

/// <summary>Who proposed an agreement on mutual aid withdraws it before it is signed.</summary>
internal static class WithdrawAgreementCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/aid-agreements/{id:guid}/withdraw", Handle)
        .WithName("withdrawAidAgreement").WithSummary("Who proposed an agreement on mutual aid withdraws it before it is signed.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(string agency, Guid id, AgreementBook book, CancellationToken ct) =>
        book.TakeAsync(agency, id, AidAgreementState.Withdrawn, ct);
}
