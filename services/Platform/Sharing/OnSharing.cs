using Coordination.Contracts.Events;

namespace Coordination.Platform;

/// <summary>Hears from Command who may see what.</summary>
internal sealed class OnSharing(ServiceDb db)
    : IHandle<IncidentOpened>, IHandle<ParticipantJoined>, IHandle<IncidentShared>, IHandle<AuthorityGranted>, IHandle<AuthorityEnded>
{
    public Task HandleAsync(IncidentOpened e, EventContext context, CancellationToken ct) =>
        db.PlaceAsync(e.IncidentId, context.Exercise, e.Areas ?? [e.Jurisdiction], e.OwnerAgency, context.Time, ct);

    public Task HandleAsync(ParticipantJoined e, EventContext context, CancellationToken ct) => db.ShareAsync(e.IncidentId, e.Agency, e.At, ct);

    public Task HandleAsync(IncidentShared e, EventContext context, CancellationToken ct) =>
        db.ShareAsync(e.IncidentId, e.Agency, e.At, ct, asReader: e.Ground == SharingGround.Copied);

    public Task HandleAsync(AuthorityGranted e, EventContext context, CancellationToken ct) =>
        db.GivePowerAsync(new() { Id = e.GrantId, ExerciseId = context.Exercise, Agency = e.Agency, Power = e.Power, Jurisdiction = e.Jurisdiction }, ct);

    public Task HandleAsync(AuthorityEnded e, EventContext context, CancellationToken ct) => db.EndPowerAsync(e.GrantId, ct);
}
