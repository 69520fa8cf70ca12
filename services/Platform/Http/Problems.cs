using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Platform;

/// <summary>
/// RFC 9457 problem documents. <c>type</c> is <c>urn:coordination:problem:</c> and the rule; <c>errors</c> names each field by JSON Pointer.
/// </summary>
public static class Problems
{
    private const string Prefix = "urn:coordination:problem:";

    /// <summary>The refusal as an answer.</summary>
    public static ProblemHttpResult Problem(this Refusal refusal) => Of([refusal]);

    /// <summary>Several refusals as one answer; the first gives it its type and status.</summary>
    public static ProblemHttpResult Problem(this IReadOnlyList<Refusal> refusals) => Of(refusals);

    /// <summary>404: there is no such thing, or the caller may not know of it.</summary>
    public static ProblemHttpResult NotFound(string kind, Guid id) => Refusal.NotFound(kind, id).Problem();

    /// <summary>404 for a thing that is named by a code.</summary>
    public static ProblemHttpResult NotFound(string kind) => new Refusal("not-found", $"There is no such {kind}.", null, 404).Problem();

    internal static ProblemHttpResult Of(IReadOnlyList<Refusal> refusals) => TypedResults.Problem(Details(refusals));

    internal static ProblemDetails Details(IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        var details = new ProblemDetails
        {
            // The one type that the RFC's registry has for what is refused here.
            Type = first.Rule == "quota-exceeded" ? "https://iana.org/assignments/http-problem-types#quota-exceeded" : Prefix + first.Rule,
            Title = Title(first.Rule),
            Status = first.Status,
            Detail = refusals.Count == 1 ? first.Detail : $"{refusals.Count} members are wrong.",
        };
        var fields = refusals.Where(r => r.Pointer is not null).Select(r => new FieldProblem(r.Pointer!, r.Rule, r.Detail)).ToList();
        if (fields.Count > 0) details.Extensions["errors"] = fields;
        if (System.Diagnostics.Activity.Current is { } activity) details.Extensions["traceId"] = activity.TraceId.ToString();
        Telemetry.Refused.Add(1, new KeyValuePair<string, object?>("rule", first.Rule));
        return details;
    }

    private static string Title(string rule) => char.ToUpperInvariant(rule[0]) + rule[1..].Replace('-', ' ');

    internal static Task WriteAsync(HttpContext http, params Refusal[] refusals)
    {
        if (refusals[0].Status is 409 or 503 && refusals[0].Rule is "exercise-unknown" or "storage-unavailable" or "starting" or "issuer-unavailable" or "idempotency-in-flight")
            http.Response.Headers.RetryAfter = "1";
        return Of(refusals).ExecuteAsync(http);
    }
}

/// <summary>One wrong member.</summary>
/// <param name="Pointer">JSON Pointer into the body; <c>?name</c> for a query member, <c>@name</c> for a header.</param>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="Detail">What would be right.</param>
public sealed record FieldProblem(string Pointer, string Rule, string Detail);
