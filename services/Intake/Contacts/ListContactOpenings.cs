using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Contacts;

/// <summary>One opening of a report's contact. It stays when the contact is destroyed.</summary>
/// <param name="Id">The opening.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Agency">The agency that opened it.</param>
/// <param name="Person">Who of it.</param>
/// <param name="Purpose">Why.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="ExpiresAt">Until when it was open to them.</param>
public sealed record ContactOpeningView(Guid Id, Guid ReportId, string Agency, string Person, ContactPurpose Purpose, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt)
{
    internal static ContactOpeningView Of(ContactAccess a) => new(a.Id, a.ReportId, a.Agency, a.Subject, a.Purpose, a.OpenedAt, a.ExpiresAt);
}

internal static class ListContactOpenings
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/reports/{id:guid}/contact-openings", Handle)
        .WithName("listContactOpenings").WithSummary("Who opened the contact of a report, when and why.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration, Roles.Auditor, Roles.Operator);

    private static async Task<Results<Ok<Page<ContactOpeningView>>, ProblemHttpResult>> Handle(Guid id, Paging page, IntakeDb db, Call call, CancellationToken ct) =>
        await ReadReports.Visible(db, call).AnyAsync(r => r.Id == id, ct)
            ? TypedResults.Ok(await db.ContactAccesses.AsNoTracking().Where(a => a.ReportId == id).ToPageAsync(page, a => a.Id, ContactOpeningView.Of, ct))
            : Problems.NotFound("report", id);
}
