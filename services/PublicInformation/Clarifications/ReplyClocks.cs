using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Releases;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>The two limits of a reply: the target, and the norm's, which is shorter in grave incidents (domain.md C4, B7).</summary>
internal static class ReplyClocks
{
    public const string Legal = "clarification.reply-legal";
    private static readonly string[] Keys = ["clarification.reply", Legal];

    public static void Start(Clocks clocks, Clarification claim, InformedIncident? incident)
    {
        foreach (var key in Keys) clocks.Start(key, claim.Id, claim.IncidentId ?? claim.Id, claim.HeardAt, incident?.Scope());
    }

    public static async Task StopAsync(Clocks clocks, Clarification claim, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var key in Keys) await clocks.StopAsync(key, claim.Id, at, ct);
    }

    /// <summary>The grade changed how soon the norm wants a reply: what still runs is counted anew, from the same hour.</summary>
    public static async Task RegradedAsync(Clocks clocks, Clarification claim, InformedIncident incident, CancellationToken ct)
    {
        if (await clocks.FindAsync(Legal, claim.Id, ct) is not { State: ClockState.Running } running) return;
        await clocks.CancelAsync(Legal, claim.Id, ct);
        clocks.Start(Legal, claim.Id, incident.Id, claim.HeardAt, incident.Scope(), occurrence: running.Occurrence + 1);
    }
}
