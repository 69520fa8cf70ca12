namespace Coordination.Client;

/// <summary>Why a call was refused (RFC 9457).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Rule">The rule; it never changes, so decide by it. Empty where something between the caller and the region refused.</param>
/// <param name="Title">The rule in the reader's language.</param>
/// <param name="Detail">What would be right.</param>
/// <param name="Errors">Each wrong member.</param>
/// <param name="TraceId">Under which the region's operator finds the call.</param>
/// <param name="RetryAfter">How long the region asks to wait; null where it does not.</param>
public sealed record Problem(int Status, string Rule, string Title, string? Detail, IReadOnlyList<FieldProblem> Errors, string? TraceId, TimeSpan? RetryAfter);

/// <summary>A member that is wrong.</summary>
/// <param name="Pointer">JSON Pointer into the body; <c>?name</c> for a query member, <c>@name</c> for a header.</param>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="Detail">What would be right.</param>
public sealed record FieldProblem(string Pointer, string Rule, string Detail);

/// <summary>The region refused a call.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem is null ? null : $"{problem.Status} {problem.Rule}: {problem.Detail ?? problem.Title}")
{
    /// <summary>Why.</summary>
    public Problem Problem { get; } = problem!;

    /// <summary>The rule that refused it.</summary>
    public string Rule => Problem.Rule;

    /// <summary>True when a member of the body, query or header breaks a rule.</summary>
    /// <param name="pointer">JSON Pointer of the member, for example <c>/place/areaCode</c>.</param>
    public bool Names(string pointer) => Problem.Errors.Any(e => e.Pointer == pointer);
}

/// <summary>No answer came in time. Whether the call had its effect is not known: repeated with the same key it has it once.</summary>
public sealed class RegionAwayException(string message, string? key, Exception? inner) : Exception(message, inner)
{
    /// <summary>The call's <c>Idempotency-Key</c>; null where it changes nothing.</summary>
    public string? Key { get; } = key;
}
