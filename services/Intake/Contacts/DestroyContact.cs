using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Contacts;

/// <summary>Why a contact is destroyed before its time.</summary>
/// <param name="Reason">Reason.</param>
public sealed record DestroyContact(DestructionReason Reason);

internal static class DestroyContactCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/destroy-contact", Handle)
        .WithName("destroyContact").WithSummary("Destroys the contact of a report (突发事件应对法 Art. 85).")
        .RequireRole(Roles.DutyOfficer);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, DestroyContact body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (report.Handles(call.Caller.Agency) is { } foreign) return foreign.Problem();
        if (await DestroyAsync(report, body.Reason, db, clocks, call.Now, ct) is { } refusal) return refusal.Problem();
        return TypedResults.Ok(ReportView.Of(report));
    }

    internal static async Task<Refusal?> DestroyAsync(
        Report report, DestructionReason reason, IntakeDb db, Clocks clocks, DateTimeOffset at, CancellationToken ct)
    {
        if (report.DestroyContact() is { } refusal) return refusal;
        await clocks.StopAsync("report.contact-retention", report.Id, at, ct);
        await clocks.CancelRunningAsync("report.reply", report.Id, ct);
        db.Append(report.Subject(), new ContactDestroyed(report.Id, reason, at));
        return null;
    }
}
