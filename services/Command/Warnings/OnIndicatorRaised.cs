using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Warnings;

/// <summary>
/// A level of an indicator proposes a warning (domain.md C1; 突发事件应对法 Art. 63): one for each indicator, which follows it until somebody decides. Once it is
/// approved, another level is another proposal, and the authorised body adjusts the one in force or approves the new one. What falls below its lowest colour
/// stays proposed: only a person rejects. A colour that was decided on, and still holds, or that whose indicator it is has proposed, is not proposed again.
/// </summary>
internal sealed class OnIndicatorRaised(CommandDb db, JurisdictionPackage package) : IHandle<IndicatorLevelChanged>
{
    public async Task HandleAsync(IndicatorLevelChanged e, EventContext context, CancellationToken ct)
    {
        if (!e.ProposesWarning || ColourOf(e.State) is not { } level) return;
        var live = await db.Warnings.Where(w => w.IndicatorId == e.IndicatorId && w.ExerciseId == context.Exercise
            && (w.State == WarningState.Proposed || w.State == WarningState.Approved || w.State == WarningState.InForce || w.State == WarningState.Adjusted)).ToListAsync(ct);
        var isThere = live.Exists(w => w.Level == level && context.Time < w.ExpiresAt
            && (w.State != WarningState.Proposed || (w.IndicatedAt is null && w.ProposedBy == e.OwnerAgency)));
        var proposal = live.Find(w => w is { State: WarningState.Proposed, IndicatedAt: not null });
        if (proposal is not null && !proposal.Follow(level, e.ChangedAt, context.Time)) return;
        if (isThere) return;
        if (proposal is null)
        {
            var tree = await db.TreeAsync(package, context.Exercise, context.Time, ct);
            // Where the tree knows neither the area nor whose indicator it is, nobody could decide.
            if ((tree.Around(e.AreaCode) ?? tree.PlaceOf(e.OwnerAgency)) is not { } jurisdiction) return;
            if ((proposal = Warning.Indicated(e, level, jurisdiction, context.Exercise, context.Time)) is null) return;
            db.Add(proposal);
        }
        db.Append(proposal.Id, new WarningProposed(
            proposal.Id, null, proposal.IndicatorId, proposal.Kind, proposal.EventCode, proposal.Level, proposal.Jurisdiction, context.Time));
    }

    private static WarningLevel? ColourOf(IndicatorState state) => state switch
    {
        IndicatorState.Blue => WarningLevel.Blue,
        IndicatorState.Yellow => WarningLevel.Yellow,
        IndicatorState.Orange => WarningLevel.Orange,
        IndicatorState.Red => WarningLevel.Red,
        _ => null,
    };
}
