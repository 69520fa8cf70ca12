using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>How to reach the owner of requisitioned property.</summary>
/// <param name="OwnerContact">The contact.</param>
public sealed record OwnerContactView(string OwnerContact);

/// <summary>Reads the contact that the same person opened, while the access lasts and the contact is not destroyed.</summary>
internal static class ReadOwnerContactCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/owner-contacts/{id:guid}", Handle)
        .WithName("readOwnerContact").WithSummary("Reads the contact that the same person opened.").RequireRole(Who.Moves);

    private static async Task<Results<Ok<OwnerContactView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ResourcesDb db, RequisitionBook book, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.ContactAccesses.FindAsync([id], ct) is not { } access || access.Agency != agency || !access.Lets(call.Caller.Subject, call.Now))
            return Problems.NotFound("contact access", id);
        return await book.FindAsync(agency, access.RequisitionId, ct) is { OwnerContact: { } contact }
            ? TypedResults.Ok(new OwnerContactView(box.Open(contact)))
            : Problems.NotFound("contact access", id);
    }
}
