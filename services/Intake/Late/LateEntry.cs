using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Late;

/// <summary>An act that was entered after it was done, as it stays with what it was done to.</summary>
/// <param name="Act">Which act.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Ground">What that rests on.</param>
/// <param name="AttestedBy">Role that attests it.</param>
/// <param name="Reference">Where it can be looked up, or null.</param>
public sealed record LateEntry(
    ReportAct Act, DateTimeOffset DoneAt, DateTimeOffset EnteredAt, LateGround Ground, AttestingRole AttestedBy, [property: Text(200)] string? Reference = null)
{
    internal static LateEntry Of(ReportAct act, LateAct late, DateTimeOffset now) => new(act, late.At(now), now, late.Ground, late.AttestedBy, late.Reference);

    /// <summary>What others are told; where it can be looked up stays here.</summary>
    internal LateFact Fact() => new(DoneAt, EnteredAt, Ground, AttestedBy);
}
