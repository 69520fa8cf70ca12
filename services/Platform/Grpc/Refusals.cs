using System.Text.Json;
using Coordination.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform.Grpc;

/// <summary>A problem document as a gRPC status: its words as the message, the document itself in the trailer <c>problem-bin</c>.</summary>
internal static class Refusals
{
    internal static RpcException Of(HttpResponse response, byte[] problem)
    {
        var trailers = new Metadata();
        if (problem.Length is > 0 and < 8192) trailers.Add("problem-bin", problem);
        var wait = response.Headers.RetryAfter.ToString();
        if (wait.Length > 0) trailers.Add("retry-after", wait);
        return new RpcException(new Status(CodeOf(response.StatusCode, wait.Length > 0), Words(problem) ?? $"HTTP status {response.StatusCode}"), trailers);
    }

    /// <summary>A peer's refusal as one's own: its rule and words where it sent its problem document.</summary>
    internal static Refusal Read(RpcException refused)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(refused.Trailers.LastOrDefault(t => t.Key == "problem-bin")?.ValueBytes ?? []);
            return new(problem.GetProperty("type").GetString()!.Split(':', '#')[^1], problem.GetProperty("detail").GetString()!, null, problem.GetProperty("status").GetInt32());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new("peer-failed", $"Another service could not answer ({refused.StatusCode}); try again.", null, 503);
        }
    }

    private static StatusCode CodeOf(int status, bool again) => status switch
    {
        400 or 415 or 422 => StatusCode.InvalidArgument,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        // Another call is in the way, or the exercise is not known here yet: the same call may succeed later.
        409 when again => StatusCode.Unavailable,
        409 or 428 => StatusCode.FailedPrecondition,
        412 => StatusCode.Aborted,
        413 or 429 => StatusCode.ResourceExhausted,
        503 => StatusCode.Unavailable,
        _ => StatusCode.Internal,
    };

    private static string? Words(byte[] problem)
    {
        try
        {
            var document = JsonSerializer.Deserialize<JsonElement>(problem);
            var detail = document.GetProperty("detail").GetString();
            return document.TryGetProperty("errors", out var errors)
                ? string.Join(" ", errors.EnumerateArray().Select(e => $"{e.GetProperty("pointer").GetString()}: {e.GetProperty("detail").GetString()}"))
                : detail;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
