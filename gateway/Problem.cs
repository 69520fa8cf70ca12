using System.Diagnostics;
using System.Globalization;
using Coordination.Contracts;
using Coordination.Contracts.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Gateway;

/// <summary>What the gateway itself refuses, in the form that the services use: RFC 9457, or a gRPC status for gRPC.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Rule">The rule; <c>type</c> is made from it.</param>
/// <param name="Detail">What to do.</param>
/// <param name="RetryAfter">Seconds after which trying again makes sense, or null.</param>
/// <param name="Pointer">What of the call is wrong, as the services point at it; null where nothing is.</param>
internal sealed record Problem(int Status, string Rule, string Detail, int? RetryAfter = null, string? Pointer = null)
{
    private const string Prefix = "urn:coordination:problem:";

    /// <summary>How the caller may show who it is (WWW-Authenticate); null where that is not in question.</summary>
    internal string? Challenge { get; init; }

    internal static Problem Unavailable { get; } = new(503, "service-unavailable", "The service that answers this cannot be reached now; try again.", 1);

    internal Task WriteAsync(HttpContext http)
    {
        http.Response.Clear();
        if (RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (Challenge is not null) http.Response.Headers.WWWAuthenticate = Challenge;
        return IsGrpc(http) ? WriteGrpcAsync(http) : WriteJsonAsync(http);
    }

    internal static bool IsGrpc(HttpContext http) => http.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;

    private Task WriteJsonAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        var title = (ContractPages.Preferred(http) == "zh-CN" ? ProblemTitles.InChinese(Rule) : null) ?? char.ToUpperInvariant(Rule[0]) + Rule[1..].Replace('-', ' ');
        var details = new ProblemDetails { Type = Prefix + Rule, Title = title, Status = Status, Detail = Detail };
        if (Pointer is not null) details.Extensions["errors"] = new[] { new { pointer = Pointer, rule = Rule, detail = Detail } };
        if (Activity.Current is { } activity) details.Extensions["traceId"] = activity.TraceId.ToString();
        return Results.Json(details, contentType: "application/problem+json", statusCode: Status).ExecuteAsync(http);
    }

    /// <summary>Trailers only: gRPC reads its status from the header when there is no body.</summary>
    private Task WriteGrpcAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        http.Response.Headers["grpc-status"] = GrpcStatus.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["grpc-message"] = Detail;
        return http.Response.CompleteAsync();
    }

    private int GrpcStatus => Status switch
    {
        401 => 16,
        404 or 405 => 12,
        413 or 429 => 8,
        503 => 14,
        504 => 4,
        _ => 13,
    };
}
