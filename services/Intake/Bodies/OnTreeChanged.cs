using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Bodies;

/// <summary>Keeps Intake's copy of Command's tree, of who stands where in it and of who keeps the duty where.</summary>
internal sealed class OnTreeChanged(IntakeDb db) : IHandle<JurisdictionSet>, IHandle<AgencyPlaced>, IHandle<AuthorityGranted>, IHandle<AuthorityEnded>
{
    public async Task HandleAsync(JurisdictionSet e, EventContext context, CancellationToken ct)
    {
        if (await db.TreeNodes.FindAsync([e.RecordId], ct) is { } known) db.Remove(known);
        db.Add(new TreeNode(e, context.Exercise));
    }

    public async Task HandleAsync(AgencyPlaced e, EventContext context, CancellationToken ct)
    {
        if (await db.AgencyPlaces.FindAsync([e.PlacementId], ct) is null) db.Add(new AgencyPlace(e, context.Exercise));
    }

    public Task HandleAsync(AuthorityGranted e, EventContext context, CancellationToken ct)
    {
        if (e.Power == AuthorityPower.KeepDuty) db.Add(new DutyBody(e.GrantId, context.Exercise, e.Agency, e.Jurisdiction, e.ValidFrom));
        return Task.CompletedTask;
    }

    public async Task HandleAsync(AuthorityEnded e, EventContext context, CancellationToken ct)
    {
        if (await db.DutyBodies.FindAsync([e.GrantId], ct) is { } body) body.End(e.ValidTo);
    }
}
