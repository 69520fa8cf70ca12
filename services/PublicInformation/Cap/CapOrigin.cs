namespace Coordination.PublicInformation.Cap;

/// <summary>Where a message comes from.</summary>
/// <param name="IsOpen">False where its envelope is not for all.</param>
/// <param name="WithoutExpiry">How long a message holds that names no end.</param>
internal sealed record CapOrigin(Guid? Exercise, string Agency, string Region, bool IsHere, Guid? ImportId, bool IsOpen, TimeSpan WithoutExpiry)
{
    /// <summary>False where the tree does not name who brings it for warning there, and no trusted key signed it: it is kept, and not shown.</summary>
    public bool MayWarn { get; init; } = true;
}
