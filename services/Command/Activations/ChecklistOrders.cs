using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Command.Orders;
using Coordination.Command.Plans;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Activations;

/// <summary>
/// Makes orders out of the checklist items of a phase. One that cannot be ordered stops no other: it is shown as not placed, with its reason, and those are told who can
/// see to it by hand.
/// </summary>
internal sealed class ChecklistOrders(CommandDb db, Call call, JurisdictionPackage package, Clocks clocks)
{
    /// <summary>Orders what can be ordered, and says what changed.</summary>
    public async Task<ActivationChanged> PlaceAsync(Activation activation, PlanVersion version, ChecklistPhase phase, Incident incident, CancellationToken ct)
    {
        var (made, unplaced) = (new List<ChecklistTask>(), new List<UnplacedItem>());
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        var tree = await db.TreeAsync(package, call, ct);
        for (var i = 0; i < version.Content.Checklist.Count; i++)
        {
            var item = version.Content.Checklist[i];
            if (item.Phase != phase || activation.Tasks.Exists(t => t.Item == i + 1)) continue;
            var (order, reason) = ChecklistPlacement.Missing(item, tree, plan.Jurisdiction) is { } missing ? (null, missing) : await OrderAsync(activation, item, incident, tree, ct);
            if (order is not null) made.Add(new(i + 1, order.Id));
            else unplaced.Add(new(i + 1, reason));
        }
        activation.Record(made, unplaced);
        if (unplaced.Count > 0) await TellAsync(activation, version, plan, unplaced, ct);
        return activation.Changed(made, call.Now, unplaced.Count > 0 ? unplaced : null);
    }

    private async Task<(Order?, UnplacedReason)> OrderAsync(
        Activation activation, ChecklistItem item, Incident incident, JurisdictionTree tree, CancellationToken ct)
    {
        var ground = await MeasureGrounds.OfAsync(incident, item.AddresseeKind, item.Addressee, db, ct);
        var task = item.At(call.Now).WithSuperior(tree);
        var (order, fault) = Order.Draft(Guid.CreateVersion7(), call.Exercise, incident.Id, activation.Id, activation.Agency, task, ground, call.Now);
        if ((fault ?? order!.Issue(call.Now)) is { } refusal) return (null, ChecklistPlacement.Of(refusal));
        db.Add(order!);
        await clocks.OrderIssuedAsync(db, order!, call.Now, ct);
        return (order, default);
    }

    private async Task TellAsync(Activation activation, PlanVersion version, Plan plan, List<UnplacedItem> unplaced, CancellationToken ct)
    {
        var lead = (await db.IncidentCommands.FindAsync([activation.IncidentId], ct))?.Current.Lead;
        List<string> told = [.. ((string?[])[activation.Agency, lead, plan.OwnerAgency]).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (var (item, reason) in unplaced)
            db.Append(activation.IncidentId, new ChecklistItemUnplaced(
                activation.Id, activation.IncidentId, version.Id, item, version.Content.Checklist[item - 1].Kind, reason, told, call.Now));
    }
}
