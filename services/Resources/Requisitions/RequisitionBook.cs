using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Resources.Requisitions;

/// <summary>Takes a decision on a requisition, and says so.</summary>
internal sealed class RequisitionBook(ResourcesDb db, Call call)
{
    public async Task<Requisition?> FindAsync(string agency, Guid id, CancellationToken ct) =>
        await db.Requisitions.FindAsync([id], ct) is { } requisition && requisition.Agency == agency ? requisition : null;

    public async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> DecideAsync(
        string agency, Guid id, Func<Requisition, Refusal?> decide, Func<Requisition, Task>? then, CancellationToken ct)
    {
        if (await FindAsync(agency, id, ct) is not { } requisition) return Problems.NotFound("requisition", id);
        if (call.Stale(requisition.Version) is { } stale) return stale.Problem();
        if (decide(requisition) is { } refusal) return refusal.Problem();
        if (then is not null) await then(requisition);
        Moved(requisition);
        return TypedResults.Ok(RequisitionView.Of(requisition));
    }

    public void Moved(Requisition r) => db.Append(r.IncidentId, new RequisitionMoved(
        r.Id, r.IncidentId, r.Agency, r.TypeCode, r.Quantity, r.UnitOfMeasure, r.State, r.CompensationMinor, r.Currency, r.ChangedAt));
}
