using Coordination.Platform;

namespace Coordination.Intake.Hazards;

/// <summary>A recurring check was missed; the next one is owed from where it was due.</summary>
internal sealed class OnInspectionMissed(IntakeDb db, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([clock.EntityId], ct) is { } hazard && hazard.IsWatched())
            await clocks.StartNextAsync(clock.Key, hazard.Id, hazard.Subject(), clock.DueAt, InspectionClocks.Scope(hazard), ct);
    }
}
