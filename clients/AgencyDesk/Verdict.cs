namespace Coordination.AgencyDesk;

/// <summary>What an app says to its sidecar about an event.</summary>
internal static class Verdict
{
    /// <summary>It is done, or needs nothing.</summary>
    internal static IResult Success => Results.Json(new { status = "SUCCESS" });

    /// <summary>Not now: give it again.</summary>
    internal static IResult Retry => Results.Json(new { status = "RETRY" });

    /// <summary>Never: it cannot be read.</summary>
    internal static IResult Drop => Results.Json(new { status = "DROP" });
}
