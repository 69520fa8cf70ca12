using Coordination.Platform;

namespace Coordination.Intake.Duties;

/// <summary>The occurrences of a reporting duty, each a clock of its own.</summary>
internal static class Occurrences
{
    internal static void OweFirst(this ReportingDuty duty, Clocks clocks) =>
        clocks.Start(duty.ClockKey(), duty.Id, duty.IncidentId, duty.SinceAt, Scope(duty));

    /// <summary>The next occurrence begins where the one before was due, whether it was met or missed.</summary>
    internal static async Task OweNextAsync(this ReportingDuty duty, Clocks clocks, CancellationToken ct)
    {
        if (await clocks.FindAsync(duty.ClockKey(), duty.Id, ct) is { } last)
            clocks.Start(duty.ClockKey(), duty.Id, duty.IncidentId, last.DueAt, Scope(duty), occurrence: last.Occurrence + 1);
    }

    private static ClockScope Scope(ReportingDuty duty) => new(Tier: duty.Tier.ToString());
}
