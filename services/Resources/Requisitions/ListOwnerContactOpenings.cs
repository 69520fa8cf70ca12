using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requisitions;

/// <summary>One opening of an owner's contact. It stays when the contact is destroyed.</summary>
/// <param name="Id">The opening.</param>
/// <param name="RequisitionId">The requisition.</param>
/// <param name="Agency">The agency that opened it.</param>
/// <param name="Person">Who of it.</param>
/// <param name="Purpose">Why.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="ExpiresAt">Until when it was open to them.</param>
public sealed record OwnerContactOpeningView(Guid Id, Guid RequisitionId, string Agency, string Person, OwnerContactPurpose Purpose, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt)
{
    internal static OwnerContactOpeningView Of(ContactAccess a) => new(a.Id, a.RequisitionId, a.Agency, a.Person, a.Purpose, a.OpenedAt, a.ExpiresAt);
}

/// <summary>The access log of an owner's contact, for the agency that holds it and for who reviews it.</summary>
internal static class ListOwnerContactOpeningsCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/requisitions/{id:guid}/contact-openings", Handle)
        .WithName("listOwnerContactOpenings").WithSummary("Who opened an owner's contact, when and why.").RequireRole(Who.Reads);

    private static async Task<Results<Ok<Page<OwnerContactOpeningView>>, ProblemHttpResult>> Handle(
        string agency, Guid id, Paging page, ResourcesDb db, RequisitionBook book, CancellationToken ct) =>
        await book.FindAsync(agency, id, ct) is not null
            ? TypedResults.Ok(await db.ContactAccesses.AsNoTracking().Where(a => a.RequisitionId == id).ToPageAsync(page, a => a.Id, OwnerContactOpeningView.Of, ct))
            : Problems.NotFound("requisition", id);
}
