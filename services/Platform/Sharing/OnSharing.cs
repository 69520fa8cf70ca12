using Coordination.Contracts.Events;

namespace Coordination.Platform;

/// <summary>Hears from Command who may see what.</summary>
internal sealed class OnSharing(ServiceDb db)
    : IHandle<IncidentOpened>, IHandle<ParticipantJoined>, IHandle<IncidentShared>, IHandle<AuthorityGranted>, IHandle<AuthorityEnded>
{
    public async Task HandleAsync(IncidentOpened e, EventContext context, CancellationToken ct)
    {
        await db.PlaceAsync(e.IncidentId, context.Exercise, e.Areas ?? [e.Jurisdiction], ct);
        await db.ShareAsync(e.IncidentId, e.OwnerAgency, context.Time, ct);
    }

    public Task HandleAsync(ParticipantJoined e, EventContext context, CancellationToken ct) => db.ShareAsync(e.IncidentId, e.Agency, e.At, ct);

    public Task HandleAsync(IncidentShared e, EventContext context, CancellationToken ct) =>
        db.ShareAsync(e.IncidentId, e.Agency, e.At, ct, asReader: e.Ground == SharingGround.Copied);

    public async Task HandleAsync(AuthorityGranted e, EventContext context, CancellationToken ct)
    {
        if (await db.Set<AgencyPower>().FindAsync([e.GrantId], ct) is null)
            db.Add(new AgencyPower { Id = e.GrantId, ExerciseId = context.Exercise, Agency = e.Agency, Power = e.Power, Jurisdiction = e.Jurisdiction });
    }

    public async Task HandleAsync(AuthorityEnded e, EventContext context, CancellationToken ct)
    {
        if (await db.Set<AgencyPower>().FindAsync([e.GrantId], ct) is { } power) db.Remove(power);
    }
}
