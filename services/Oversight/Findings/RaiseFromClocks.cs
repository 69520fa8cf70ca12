using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Findings;

/// <summary>Who owes what, as far as a breached clock can be laid at an agency's door: the sender and receiver of a report, the addressee of an order.</summary>
internal sealed class Duty
{
    private Duty() { }

    /// <summary>The report or order.</summary>
    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid? IncidentId { get; private set; }
    public string? FromAgency { get; private set; }
    public string ToAgency { get; private set; } = "";
    public bool Outage { get; private set; }

    public static Duty Of(Guid id, Guid? exercise, Guid? incident, string? from, string to, bool outage) =>
        new() { Id = id, ExerciseId = exercise, IncidentId = incident, FromAgency = from, ToAgency = to, Outage = outage };
}

/// <summary>A report came in: its sender and receiver owe the next step up.</summary>
internal sealed class OnReportReceived(OversightDb db) : IHandle<ReportReceived>
{
    public Task HandleAsync(ReportReceived e, EventContext context, CancellationToken ct)
    {
        db.Add(Duty.Of(e.ReportId, context.Exercise, e.IncidentId, e.FromAgency, e.ToAgency, e.OutageFrom is not null || e.Late is not null));
        return Task.CompletedTask;
    }
}

/// <summary>A body owes reports at set times: each one missed is its own.</summary>
internal sealed class OnReportingDutyChanged(OversightDb db) : IHandle<ReportingDutyChanged>
{
    public async Task HandleAsync(ReportingDutyChanged e, EventContext context, CancellationToken ct)
    {
        if (await db.Duties.FindAsync([e.DutyId], ct) is null) db.Add(Duty.Of(e.DutyId, context.Exercise, e.IncidentId, e.Agency, e.Agency, outage: false));
    }
}

/// <summary>A duty was not done in time. A finding is raised; whether it is upheld is for people, who see the outage if there was one.</summary>
internal sealed class OnDutyBreached(OversightDb db, Call call) : IHandle<ClockChanged>
{
    public async Task HandleAsync(ClockChanged e, EventContext context, CancellationToken ct)
    {
        if (e.State is not (ClockState.Breached or ClockState.MetLate) || KindOf(e.Key) is not { } kind) return;
        if (await db.Findings.AnyAsync(f => f.EvidenceId == e.ClockId, ct) || db.Findings.Local.Any(f => f.EvidenceId == e.ClockId)) return;
        if (await db.Duties.FindAsync([e.EntityId], ct) is not { } duty) return;
        var agency = e.Key == "report.upward" && e.Occurrence == 0 ? duty.FromAgency : duty.ToAgency;
        if (agency is null) return;
        var finding = Finding.Raise(kind, duty.IncidentId, agency, e.ClockId, duty.Outage, context.Exercise, context.Time);
        db.Add(finding);
        db.Announce(finding, call);
    }

    private static FindingKind? KindOf(string key) => key switch
    {
        "report.upward" or "report.zero" or "report.verified-final" => FindingKind.LateReport,
        "order.acknowledge" or "order.complete" => FindingKind.MissedOrder,
        _ => null,
    };
}
