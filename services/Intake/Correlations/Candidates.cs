using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Correlations;

/// <summary>
/// Reports that a new one may belong to: the newest of each cell around it and of its area. So many of each are looked at however many came from elsewhere
/// meanwhile, and a hundred thousand reports are no slower than a thousand.
/// </summary>
internal static class Candidates
{
    private const int OfCell = 40;

    internal static async Task<IReadOnlyList<Report>> OfAsync(Report report, IntakeDb db, CorrelationRule rule, CancellationToken ct)
    {
        var (since, until) = (report.ReceivedAt.AddMinutes(-rule.WindowMinutes), report.ReceivedAt.AddMinutes(rule.WindowMinutes));
        var alike = db.Reports.AsNoTracking().Where(r => r.ReceivedAt >= since && r.ReceivedAt <= until && r.Kind == ReportKind.Initial && r.Origin == ReportOrigin.Sent
            && r.Category == report.Category && (r.SetAsideAt == null || r.TakenUpAt != null) && r.ExerciseId == report.ExerciseId && r.Id != report.Id);
        var found = new List<Report>();
        if (report.Latitude is null)
        {
            await AddAsync(alike.Where(r => r.AreaCode == report.AreaCode));
        }
        else
        {
            foreach (var cell in Cells.Around(report.Where(), rule.RadiusMetres).Append(Cells.OfArea(report.AreaCode))) await AddAsync(alike.Where(r => r.Cell == cell));
            // What an earlier release wrote while this one was being rolled out.
            await AddAsync(alike.Where(r => r.Cell == null));
        }
        return found;

        async Task AddAsync(IQueryable<Report> some) => found.AddRange(await some.OrderByDescending(r => r.ReceivedAt).Take(OfCell).ToListAsync(ct));
    }
}
