using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>Keeps the newest load of each venue.</summary>
internal sealed class OnIndicatorLevelChanged(CommandDb db) : IHandle<IndicatorLevelChanged>
{
    private const double Full = 100;

    public async Task HandleAsync(IndicatorLevelChanged e, EventContext context, CancellationToken ct)
    {
        if ((e.State == IndicatorState.Cleared ? 0 : e.Percent) is not { } percent) return;
        if (await db.VenueLoads.FindAsync([e.IndicatorId], ct) is not { } load)
            db.Add(load = new VenueLoad { Id = e.IndicatorId, ExerciseId = context.Exercise });
        if (e.ChangedAt < load.ChangedAt) return;
        (load.HazardId, load.EventNoticeId, load.Percent, load.ChangedAt) = (e.HazardId, e.EventNoticeId, percent, e.ChangedAt);
        load.OverCapacity = percent >= Full;
    }
}
