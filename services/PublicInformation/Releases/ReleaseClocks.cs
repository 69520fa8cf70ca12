using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Releases;

/// <summary>The clocks of public information (domain.md B7, C4): first release, its legal limit, press conference, and an update a day.</summary>
internal sealed class ReleaseClocks(Clocks clocks)
{
    private const string First = "release.first";
    public const string Legal = "release.first-legal";
    private const string Press = "release.press-conference";
    private const string Update = "release.update";

    public void Confirmed(InformedIncident incident)
    {
        Start(First, incident, incident.ConfirmedAt);
        Start(Legal, incident, incident.ConfirmedAt);
        if (incident.OwesPressConference) Start(Press, incident, incident.ConfirmedAt);
    }

    public async Task StatementPublishedAsync(InformedIncident incident, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var key in (string[])[First, Legal, Update]) await clocks.StopAsync(key, incident.Id, at, ct);
        if (!incident.ResponseEnded) await StartNextAsync(Update, incident, at, ct);
    }

    public Task PressConferenceHeldAsync(InformedIncident incident, DateTimeOffset at, CancellationToken ct) => clocks.StopAsync(Press, incident.Id, at, ct);

    /// <summary>
    /// The grade changed what is owed. The first release is owed from confirmation whatever the grade; a press conference from the moment the grade
    /// asks for one. What was done or missed stays.
    /// </summary>
    public async Task RegradedAsync(InformedIncident incident, bool legalChanged, DateTimeOffset at, CancellationToken ct)
    {
        if (legalChanged && await IsRunningAsync(Legal, incident, ct))
        {
            await clocks.CancelAsync(Legal, incident.Id, ct);
            await StartNextAsync(Legal, incident, incident.ConfirmedAt, ct);
        }
        var press = await clocks.FindAsync(Press, incident.Id, ct);
        if (!incident.OwesPressConference) await CancelRunningAsync(Press, incident, ct);
        else if (press is null or { State: ClockState.Cancelled }) await StartNextAsync(Press, incident, at, ct);
    }

    /// <summary>The response is over: no update and no press conference is owed any more.</summary>
    public async Task EndedAsync(InformedIncident incident, CancellationToken ct)
    {
        await CancelRunningAsync(Update, incident, ct);
        await CancelRunningAsync(Press, incident, ct);
    }

    /// <summary>The incident goes on as another one: nothing is owed for this one.</summary>
    public async Task MergedAsync(InformedIncident incident, CancellationToken ct)
    {
        foreach (var key in (string[])[First, Legal, Press, Update]) await CancelRunningAsync(key, incident, ct);
    }

    public Task ReopenedAsync(InformedIncident incident, DateTimeOffset at, CancellationToken ct) => StartNextAsync(Update, incident, at, ct);

    private Task StartNextAsync(string key, InformedIncident incident, DateTimeOffset from, CancellationToken ct) =>
        clocks.StartNextAsync(key, incident.Id, incident.Id, from, incident.Scope(), ct);

    private void Start(string key, InformedIncident incident, DateTimeOffset from) => clocks.Start(key, incident.Id, incident.Id, from, incident.Scope());

    private async Task CancelRunningAsync(string key, InformedIncident incident, CancellationToken ct)
    {
        if (await IsRunningAsync(key, incident, ct)) await clocks.CancelAsync(key, incident.Id, ct);
    }

    private async Task<bool> IsRunningAsync(string key, InformedIncident incident, CancellationToken ct) =>
        await clocks.FindAsync(key, incident.Id, ct) is { State: ClockState.Running };
}
