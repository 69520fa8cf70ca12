namespace Coordination.Bench;

/// <summary>Where units are free until somebody takes them: the region's, or the floor's.</summary>
internal interface IUnits
{
    /// <summary>Enters as many new free units.</summary>
    Task<IReadOnlyList<Guid>> RegisterAsync(int count, CancellationToken ct);

    /// <summary>True when the unit is the caller's now, durably; false when somebody else came first.</summary>
    Task<bool> TakeAsync(Guid unit);
}
