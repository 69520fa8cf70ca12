namespace Coordination.Platform;

/// <summary>How soon a call is let go when a process has more of them than it can serve: in this order, the first first (docs/quotas.md).</summary>
internal enum CallLane
{
    /// <summary>Reads by anyone, without a token.</summary>
    PublicRead,

    /// <summary>Reads by agencies: lists, boards, documents.</summary>
    Read,

    /// <summary>Changes that can wait a second.</summary>
    Write,

    /// <summary>Reports, orders, acknowledgements, the state of what is deployed. Never refused for a quota, never shed.</summary>
    LifeSafety,
}

/// <summary>Metadata: the operation may decide about a life.</summary>
internal sealed record LifeSafetyRoute;
