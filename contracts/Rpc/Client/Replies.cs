using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Grpc.Core;

namespace Coordination.Rpc;

/// <summary>How a call ended, read from what the server or the connection said.</summary>
internal static class Replies
{
    internal static Metadata Metadata(HttpHeaders headers)
    {
        Metadata metadata = [];
        foreach (var (name, values) in headers.NonValidated)
            if (!name.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase))
                foreach (var value in values) Headers.AddTo(metadata, name, value);
        return metadata;
    }

    internal static Status Status(HttpHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues(Headers.GrpcStatus, out var text)) return new(StatusCode.Unknown, "The server did not say how the call ended.");
        var code = int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 16 ? (StatusCode)number : StatusCode.Unknown;
        return new(code, headers.NonValidated.TryGetValues(Headers.Message, out var words) ? Headers.Unescape(words.ToString()) : "");
    }

    /// <summary>Null when messages follow.</summary>
    internal static Status? Refusal(HttpResponseMessage answer)
    {
        if (answer.Headers.NonValidated.Contains(Headers.GrpcStatus)) return Status(answer.Headers);
        if (answer.StatusCode != HttpStatusCode.OK) return new Status(OfHttp((int)answer.StatusCode), $"HTTP status {(int)answer.StatusCode}");
        return Headers.IsGrpc(answer.Content.Headers.ContentType?.ToString()) ? null : new Status(StatusCode.Unknown, "The answer is not gRPC.");
    }

    internal static Status Failure(Exception e, bool late, bool cancelled)
    {
        if (late) return new(StatusCode.DeadlineExceeded, "The deadline passed.");
        return cancelled ? new(StatusCode.Cancelled, "The call was cancelled.") : new(OfFailure(e), $"The server cannot be reached, or the connection was lost: {e.Message}");
    }

    /// <summary>gRPC, "HTTP to gRPC status code mapping".</summary>
    private static StatusCode OfHttp(int status) => status switch
    {
        400 or 431 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    /// <summary>HTTP/2 error codes: 7 refused stream, 8 cancel, 11 enhance your calm, 12 inadequate security.</summary>
    private static StatusCode OfFailure(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException)
        {
            if (at is HttpProtocolException protocol)
                return protocol.ErrorCode switch { 7 => StatusCode.Unavailable, 8 => StatusCode.Cancelled, 11 => StatusCode.ResourceExhausted, 12 => StatusCode.PermissionDenied, _ => StatusCode.Internal };
            if (at is SocketException) return StatusCode.Unavailable;
        }
        return StatusCode.Unavailable;
    }
}
