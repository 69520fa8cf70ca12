namespace Coordination.PublicInformation.Cap;

/// <summary>What is in force, and why it is in force there.</summary>
/// <param name="Why">Polygon, Circle, AreaCode; empty where nobody asked for a place.</param>
internal sealed record CapHit(CapMessage Message, IReadOnlyList<CapReason> Why)
{
    /// <summary>False where its document holds another that is not for all, or was not kept.</summary>
    public bool HasOriginal { get; init; } = true;
}
