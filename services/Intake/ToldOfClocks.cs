using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake;

/// <summary>Who is told of a clock: those who may read what it is about. Of what everybody reads it is all; of a report in an incident those of the incident.</summary>
internal static class ToldOfClocks
{
    /// <summary>Entity and subject differ: the series of reports that owes the verified one, and the report that set its clock.</summary>
    private const string OfSeries = "report.verified-final";

    private static readonly string[] OfDuties = ["report.zero", "report.daily", "report.drought"];

    internal static IEnumerable<string?>? Of(IntakeDb db, Clock clock) => Prefix(clock.Key) switch
    {
        "hazard" or "event-notice" or "indicator" => ["*"],
        "message" => [db.Messages.Local.FindEntry(clock.EntityId)?.Entity.Agency],
        "document" => [db.Documents.Local.FindEntry(clock.EntityId)?.Entity.Agency],
        "correlation" => db.Correlations.Local.FindEntry(clock.EntityId)?.Entity is { } c ? Parties(db, c.ReportId).Concat(Parties(db, c.TargetId)) : [],
        "report" when OfDuties.Contains(clock.Key) => null,
        "report" when clock.Key == OfSeries => db.Reports.Local.FindEntry(clock.Subject) is null ? null : db.PartiesThroughout(clock.Subject),
        // That there are contacts is nobody's business but those agencies'.
        "report" when clock.Key == "report.contact-retention" => Parties(db, clock.EntityId),
        "report" => clock.Subject == clock.EntityId ? db.PartiesThroughout(clock.EntityId) : null,
        _ => [],
    };

    /// <summary>The desk and the sender of a report must act on its clocks, whether or not they take part in the incident that it is in.</summary>
    internal static IEnumerable<string?> BesideParties(IntakeDb db, Clock clock) =>
        Prefix(clock.Key) == "report" && !OfDuties.Contains(clock.Key) ? Parties(db, clock.Key == OfSeries ? clock.Subject : clock.EntityId) : [];

    internal static async Task RecallAsync(IntakeDb db, Clock clock, CancellationToken ct)
    {
        switch (Prefix(clock.Key))
        {
            case "message": await db.Messages.FindAsync([clock.EntityId], ct); break;
            case "document": await db.Documents.FindAsync([clock.EntityId], ct); break;
            case "report" when clock.Key == OfSeries: await db.Reports.FindAsync([clock.Subject], ct); break;
            case "report" when !OfDuties.Contains(clock.Key): await db.Reports.FindAsync([clock.EntityId], ct); break;
            case "correlation" when await db.Correlations.FindAsync([clock.EntityId], ct) is { } c:
                await db.Reports.FindAsync([c.ReportId], ct);
                if (c.Target == CorrelationTarget.Report) await db.Reports.FindAsync([c.TargetId], ct);
                break;
        }
    }

    private static IEnumerable<string?> Parties(IntakeDb db, Guid report) => db.PartiesOf(report).Where(p => p != "*");

    private static string Prefix(string key) => key.Split('.')[0];
}
