using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Every failure leaves as a problem document; none as a stack trace.</summary>
internal sealed partial class ErrorBoundary(RequestDelegate next, ILogger<ErrorBoundary> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await Problems.WriteAsync(http, ByStatus(http.Response.StatusCode));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Problems.WriteAsync(http, [.. Explain(http, e)]);
        }
    }

    private IReadOnlyList<Refusal> Explain(HttpContext http, Exception e)
    {
        if (StorageFaults.Explain(e) is { } storage)
        {
            if (storage.Status >= 500) Failed(log, e);
            return [storage];
        }
        switch (e)
        {
            case BadInputException bad: return [bad.Refusal];
            case BadHttpRequestException { StatusCode: 400 } bad: return BadRequest(http, bad);
            case BadHttpRequestException bad: return [ByStatus(bad.StatusCode)];
            case IssuerUnavailableException:
                Away(log, e.Message);
                return [new Refusal("issuer-unavailable", "The issuer of this token does not answer, so it cannot be checked now; try again.", null, 503)];
            default:
                Failed(log, e);
                return [new Refusal("internal-error", "Something failed here. Nothing was written; the operator finds it under the trace id.", null, 500)];
        }
    }

    private static IReadOnlyList<Refusal> BadRequest(HttpContext http, BadHttpRequestException e)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type && KeptBody.Of(http) is { } body)
            return BodyDiagnosis.Of(body, type);
        // The framework's words name the parameter, quoted; the value a caller sent is not repeated.
        var name = e.Message.Split('"') is [_, var quoted, ..] ? quoted.Split(' ')[^1] : "";
        return [name.Length > 0 ? Refusal.Invalid($"?{name}", "parameter", "Cannot be read as the type it must have.") : ByStatus(400)];
    }

    internal static Refusal ByStatus(int status) => status switch
    {
        400 => new("bad-request", "The request cannot be read.", null, 400),
        404 => new("not-found", "There is nothing here.", null, 404),
        405 => new("method-not-allowed", "This method is not offered here.", null, 405),
        408 => new("request-timeout", "The body came too slowly.", null, 408),
        413 => new("body-too-large", "A body may have at most 1 MiB where the contract does not say more.", "", 413),
        415 => new("content-type", "The body must be application/json.", "@Content-Type", 415),
        _ => new("refused", "The call was refused.", null, status),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A caller was asked to come again: {Reason}")]
    private static partial void Away(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A call failed")]
    private static partial void Failed(ILogger log, Exception e);
}
