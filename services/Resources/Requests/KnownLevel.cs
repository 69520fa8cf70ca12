using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Requests;

/// <summary>The response level of an incident, as Command announced it: requests are reviewed faster under I and II.</summary>
internal sealed class KnownLevel
{
    /// <summary>The incident.</summary>
    public Guid Id { get; set; }
    public int Version { get; set; } = 1;
    public Guid? ExerciseId { get; set; }
    public ResponseGrade? Level { get; set; }
}

/// <summary>Keeps the response level of each incident.</summary>
internal sealed class OnResponseLevel(ResourcesDb db, Call call) : IHandle<ResponseLevelInForce>, IHandle<ResponseLevelEnded>
{
    public Task HandleAsync(ResponseLevelInForce e, EventContext context, CancellationToken ct) => KeepAsync(e.IncidentId, e.Level, ct);

    public Task HandleAsync(ResponseLevelEnded e, EventContext context, CancellationToken ct) => KeepAsync(e.IncidentId, null, ct);

    private async Task KeepAsync(Guid incident, ResponseGrade? level, CancellationToken ct)
    {
        if (await db.Levels.FindAsync([incident], ct) is not { } known) db.Add(known = new KnownLevel { Id = incident, ExerciseId = call.Exercise });
        known.Level = level;
        known.Version++;
    }
}
