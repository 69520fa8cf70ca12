using Coordination.Command.Orders;
using Coordination.Command.Plans;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Activations;

/// <summary>Makes orders out of the checklist items of a phase. One that cannot be ordered stops the whole decision.</summary>
internal sealed class ChecklistOrders(CommandDb db, Call call, JurisdictionPackage package, Clocks clocks)
{
    public async Task<(IReadOnlyList<ChecklistTask>, Refusal?)> MakeAsync(
        Activation activation, PlanVersion plan, ChecklistPhase phase, Incidents.Incident incident, CancellationToken ct)
    {
        var made = new List<ChecklistTask>();
        for (var i = 0; i < plan.Content.Checklist.Count; i++)
        {
            var item = plan.Content.Checklist[i];
            if (item.Phase != phase || activation.Tasks.Exists(t => t.Item == i + 1)) continue;
            var ground = await MeasureGrounds.OfAsync(incident, item.AddresseeKind, item.Addressee, db, ct);
            var task = await item.At(call.Now).WithSuperiorAsync(db, package, call, ct);
            var (order, fault) = Order.Draft(Guid.CreateVersion7(), call.Exercise, incident.Id, activation.Id, activation.Agency, task, ground, call.Now);
            if ((fault ?? order!.Issue(call.Now)) is { } refusal) return ([], refusal);
            db.Add(order!);
            await clocks.OrderIssuedAsync(db, order!, call.Now, ct);
            db.Append(incident.Id, order!.Issued());
            made.Add(new(i + 1, order!.Id));
        }
        activation.Record(made);
        return (made, null);
    }
}
