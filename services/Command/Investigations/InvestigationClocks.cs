using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Platform;

namespace Coordination.Command.Investigations;

/// <summary>The times of an investigation: its report, the reply to it, and the measures of the reply (条例493 Art. 29, 32, 33).</summary>
internal sealed class InvestigationClocks(Clocks clocks, JurisdictionPackage package, Call call)
{
    public const string Report = "investigation.report", Reply = "investigation.reply";

    public async Task<OwedTime?> FindAsync(string key, Guid investigation, CancellationToken ct) => OwedTime.Of(await clocks.FindAsync(key, investigation, ct));

    /// <summary>The report is due some days after the accident, not after the investigation began.</summary>
    public void Begun(Investigation investigation, Incident incident) => Start(Report, investigation, incident, incident.OccurredAt);

    public Task<Refusal?> PauseAsync(Investigation investigation, CancellationToken ct) => clocks.PauseAsync(Report, investigation.Id, "appraisal", call.Now, ct);

    public Task<Refusal?> ResumeAsync(Investigation investigation, CancellationToken ct) => clocks.ResumeAsync(Report, investigation.Id, call.Now, ct);

    public async Task SubmittedAsync(Investigation investigation, Incident incident, CancellationToken ct)
    {
        await clocks.StopAsync(Report, investigation.Id, call.Now, ct);
        Start(Reply, investigation, incident, call.Now);
    }

    public Task RepliedAsync(Investigation investigation, CancellationToken ct) => clocks.StopAsync(Reply, investigation.Id, call.Now, ct);

    /// <summary>More time: the next occurrence ends so many days later.</summary>
    public async Task<Refusal?> ExtendAsync(string key, Investigation investigation, Incident incident, int days, CancellationToken ct)
    {
        if (!package.ClockKeys.Contains(key) || await clocks.FindAsync(key, investigation.Id, ct) is not { } before) return null;
        if (await clocks.CancelAsync(key, investigation.Id, ct) is { } refusal) return refusal;
        clocks.Start(key, investigation.Id, incident.Id, call.Now, incident.Scope(), before.DueAt.AddDays(days), before.Occurrence + 1);
        return null;
    }

    /// <summary>A measure was asked for, or is open again.</summary>
    public async Task AskedAsync(InvestigationMeasure measure, Incident incident, CancellationToken ct)
    {
        if (package.ClockKeys.Contains(InvestigationMeasure.ClockKey)) await clocks.StartNextAsync(InvestigationMeasure.ClockKey, measure.Id, incident.Id, call.Now, incident.Scope(), ct, measure.DueAt);
    }

    public Task DoneAsync(InvestigationMeasure measure, CancellationToken ct) => clocks.StopAsync(InvestigationMeasure.ClockKey, measure.Id, call.Now, ct);

    /// <summary>Nobody owes a report or a reply any more. What ran out before stays broken.</summary>
    public async Task EndAsync(Investigation investigation, CancellationToken ct)
    {
        foreach (var key in (string[])[Report, Reply]) await clocks.CancelAsync(key, investigation.Id, ct);
    }

    /// <summary>A package of one's own may be older than these clocks: then nobody owes them there.</summary>
    private void Start(string key, Investigation investigation, Incident incident, DateTimeOffset from)
    {
        if (package.ClockKeys.Contains(key)) clocks.Start(key, investigation.Id, incident.Id, from, incident.Scope());
    }
}
