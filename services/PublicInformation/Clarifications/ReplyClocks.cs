using Coordination.Platform;
using Coordination.PublicInformation.Releases;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>The two limits of a reply: the target, and the norm's, which is shorter in grave incidents (domain.md C4, B7).</summary>
internal static class ReplyClocks
{
    private static readonly string[] Keys = ["clarification.reply", "clarification.reply-legal"];

    public static void Start(Clocks clocks, Clarification claim, InformedIncident? incident)
    {
        foreach (var key in Keys) clocks.Start(key, claim.Id, claim.IncidentId ?? claim.Id, claim.HeardAt, incident?.Scope());
    }

    public static async Task StopAsync(Clocks clocks, Clarification claim, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var key in Keys) await clocks.StopAsync(key, claim.Id, at, ct);
    }
}
