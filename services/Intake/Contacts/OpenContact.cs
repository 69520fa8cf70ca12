using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Contacts;

/// <summary>Why a contact is opened.</summary>
/// <param name="Purpose">Purpose; there is no other.</param>
public sealed record OpenContact(ContactPurpose Purpose);

/// <summary>Leave to read a contact, at <c>/v1/contact-accesses/{id}</c>.</summary>
/// <param name="Id">The access.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Purpose">Why.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record ContactAccessView(Guid Id, Guid ReportId, ContactPurpose Purpose, DateTimeOffset ExpiresAt);

internal static class OpenContactCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/open-contact", Handle)
        .WithName("openContact").WithSummary("Opens the contact of a report for a purpose; the opening is in the record.")
        .RequireRole(Roles.DutyOfficer);

    private static async Task<Results<Created<ContactAccessView>, ProblemHttpResult>> Handle(Guid id, OpenContact body, IntakeDb db, Call call, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (report.Handles(call.Caller.Agency) is { } refusal) return refusal.Problem();
        if (!report.HasContact()) return new Refusal("no-contact", "This report holds no contact.").Problem();
        var access = ContactAccess.Open(Guid.CreateVersion7(), call.Exercise, report.Id, call.Caller.Subject, call.Caller.Agency, body.Purpose, call.Now);
        db.Add(access);
        db.Append(report.Subject(), new ContactOpened(report.Id, access.Id, access.Agency, access.Purpose, access.OpenedAt));
        return TypedResults.Created($"/v1/contact-accesses/{access.Id}", new ContactAccessView(access.Id, report.Id, access.Purpose, access.ExpiresAt));
    }
}
