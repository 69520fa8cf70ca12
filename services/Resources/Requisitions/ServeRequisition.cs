using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>Number in the register, and how to reach the owner.</summary>
public sealed record ServeRequisition([property: Text(60)] string Register, [property: Text(200)] string OwnerContact);

/// <summary>The order reached the owner, with its register number; the contact is sealed.</summary>
internal static class ServeRequisitionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions/{id:guid}/serve", Handle)
        .WithName("serveRequisition").WithSummary("The order reached the owner, with its register number; the contact is sealed.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ServeRequisition request, RequisitionBook book, ISecretBox box, Call call, CancellationToken ct) =>
        await book.DecideAsync(agency, id, r => r.Serve(request.Register, box.Seal(request.OwnerContact), call.Now), null, ct);
}
