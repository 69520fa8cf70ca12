using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Reports;

/// <summary>Reports are read by who sent them and who handles them; auditors and operators read all. Nothing searches their words.</summary>
internal static class ReadReports
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/reports/{id:guid}", One).WithName("getReport").WithSummary("One report.").RequireRole(Readers);
        routes.MapGet("/v1/reports", List).WithName("listReports").WithSummary("Reports of one's agency, oldest first; those that were set aside by themselves.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.Reporter, Roles.DutyOfficer, Roles.Commander, Roles.Integration, Roles.Auditor, Roles.Operator];

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> One(Guid id, IntakeDb db, Call call, CancellationToken ct) =>
        await Visible(db, call).FirstOrDefaultAsync(r => r.Id == id, ct) is { } report
            ? TypedResults.Ok(ReportView.Of(report))
            : Problems.NotFound("report", id);

    private static async Task<Ok<Page<ReportView>>> List(
        Paging page, IntakeDb db, Call call, CancellationToken ct, ReportState? state = null, Guid? seriesId = null, Guid? incidentId = null, bool setAside = false) =>
        TypedResults.Ok(await Visible(db, call)
            .Where(r => setAside == (r.SetAsideAt != null && r.TakenUpAt == null))
            .Where(r => (state == null || r.State == state) && (seriesId == null || r.SeriesId == seriesId) && (incidentId == null || r.IncidentId == incidentId))
            .ToPageAsync(page, r => r.Id, ReportView.Of, ct));

    /// <summary>A report that the caller would decide on, of whichever exercise. Who may not read it learns nothing of it, not even that it is there.</summary>
    internal static Task<Report?> FindAsync(IntakeDb db, Call call, Guid id, CancellationToken ct) => Told(db, call).AsTracking().FirstOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>Another report that the caller names: one it may read, or one in an incident that it takes part in. Any other does not exist for it.</summary>
    internal static async Task<Report?> FindNamedAsync(IntakeDb db, Call call, Guid id, CancellationToken ct) =>
        await FindAsync(db, call, id, ct)
        ?? (await db.Reports.FirstOrDefaultAsync(r => r.Id == id && r.IncidentId != null, ct) is { } other && await db.Set<SubjectPlace>().FindAsync([other.IncidentId!.Value], ct) is not null
            && await db.IsOpenAsync(other.IncidentId, ct) ? other : null);

    /// <summary>Reports that the caller's agency gave or got; a watch also sees public ones that nobody took yet.</summary>
    internal static IQueryable<Report> Visible(IntakeDb db, Call call) => Told(db, call).Where(r => r.ExerciseId == call.Exercise);

    private static IQueryable<Report> Told(IntakeDb db, Call call)
    {
        var all = db.Reports.AsNoTracking();
        var agency = call.Caller.Agency;
        var watches = call.Caller.Has(Roles.DutyOfficer);
        return call.Caller.Has(Roles.Auditor) || call.Caller.Has(Roles.Operator)
            ? all
            : all.Where(r => r.Agency == agency || r.FromAgency == agency
                || (watches && r.Source == ReportSource.Public && r.Origin == ReportOrigin.Sent && r.State == ReportState.Received && r.AcknowledgedAt == null));
    }
}
