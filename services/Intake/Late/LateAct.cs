using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Late;

/// <summary>
/// Something that was done before it could be entered, in an outage or on the road: by telephone, by radio, on paper. Clocks are judged by when it was
/// done; both times and what they rest on stay in the record.
/// </summary>
/// <param name="DoneAt">When it was done.</param>
/// <param name="Ground">What that rests on.</param>
/// <param name="AttestedBy">Role that attests it.</param>
/// <param name="Reference">Where it can be looked up: the page of a log, the number of a recording.</param>
public sealed record LateAct(
    [property: NotInFuture] DateTimeOffset DoneAt, LateGround Ground, AttestingRole AttestedBy, [property: Text(200)] string? Reference = null)
{
    /// <summary>When it was done; what a clock says that is ahead counts as now.</summary>
    internal DateTimeOffset At(DateTimeOffset now) => DoneAt < now ? DoneAt : now;

    /// <summary>What can be believed is not further ahead than clocks differ, and nothing was done about what nobody had yet.</summary>
    internal Refusal? Refuse(DateTimeOffset earliest, DateTimeOffset now) =>
        DoneAt > now + NotInFutureAttribute.Grace ? Refusal.Invalid("/late/doneAt", "not-in-future", "Must not lie in the future.")
        : DoneAt < earliest ? Refusal.Invalid("/late/doneAt", "done-before-known", "It cannot have been done before it was known to who did it.")
        : null;
}
