namespace Coordination.Platform;

/// <summary>
/// An expected "no": which rule was broken, in words for a person, and the field it concerns.
/// A decision returns it instead of throwing; a slice turns it into an RFC 9457 problem.
/// </summary>
/// <param name="Rule">Stable kebab-case name of the rule; the last part of the problem's <c>type</c>.</param>
/// <param name="Detail">One sentence that says what is wrong and what would be right. Never holds what a person wrote.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) to the member of the body it concerns, or null for the whole.</param>
/// <param name="Status">HTTP status: 409 for a rule or state, 400 or 422 for content, 403, 404, 412.</param>
public sealed record Refusal(string Rule, string Detail, string? Pointer = null, int Status = 409)
{
    /// <summary>The content of one member is wrong (HTTP 400).</summary>
    public static Refusal Invalid(string pointer, string rule, string detail) => new(rule, detail, pointer, 400);

    /// <summary>Something of an exercise and a call that is not of it, or the other way round (HTTP 409).</summary>
    public static readonly Refusal OtherExercise = new("exercise-mismatch", "What belongs to an exercise is changed only by calls of that exercise, and nothing else by them.");

    /// <summary>There is no such thing, or the caller may not know of it (HTTP 404).</summary>
    public static Refusal NotFound(string kind, Guid id) => new("not-found", $"There is no {kind} {id}.", null, 404);

    /// <summary>The caller may not do this (HTTP 403).</summary>
    public static Refusal Forbidden(string rule, string detail) => new(rule, detail, null, 403);
}
