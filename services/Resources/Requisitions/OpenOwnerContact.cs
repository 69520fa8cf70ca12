using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>Why the contact is opened.</summary>
public sealed record OpenOwnerContact(OwnerContactPurpose Purpose);

/// <summary>Leave to read a contact, at <c>/v1/agencies/{agency}/owner-contacts/{id}</c>.</summary>
/// <param name="Id">The access.</param>
/// <param name="RequisitionId">The requisition.</param>
/// <param name="Purpose">Why.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record OwnerContactAccessView(Guid Id, Guid RequisitionId, OwnerContactPurpose Purpose, DateTimeOffset ExpiresAt);

/// <summary>A person opens an owner's contact for a purpose; the opening is in the record. The contact is read apart, so no stored answer holds it.</summary>
internal static class OpenOwnerContactCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions/{id:guid}/open-contact", Handle)
        .WithName("openOwnerContact").WithSummary("Opens an owner's contact for a purpose; the opening is in the record.")
        .RequireRole(Who.Moves);

    private static async Task<Results<Created<OwnerContactAccessView>, ProblemHttpResult>> Handle(
        string agency, Guid id, OpenOwnerContact request, ResourcesDb db, RequisitionBook book, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, id, ct) is not { } requisition) return Problems.NotFound("requisition", id);
        if (requisition.OwnerContact is null) return new Refusal("no-contact", "The requisition holds no contact.").Problem();
        var access = ContactAccess.Open(Guid.CreateVersion7(), requisition, call.Caller.Subject, request.Purpose, call.Now);
        db.Add(access);
        db.Append(requisition.IncidentId, new OwnerContactOpened(requisition.Id, requisition.IncidentId, access.Id, agency, access.Purpose, access.OpenedAt));
        return TypedResults.Created($"/v1/agencies/{agency}/owner-contacts/{access.Id}", new OwnerContactAccessView(access.Id, requisition.Id, access.Purpose, access.ExpiresAt));
    }
}
