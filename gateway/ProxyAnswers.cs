using Yarp.ReverseProxy.Forwarder;

namespace Coordination.Gateway;

/// <summary>A failure between gateway and service leaves as a problem document, never as a blank 502.</summary>
internal sealed partial class ProxyAnswers(RequestDelegate next, ILogger<ProxyAnswers> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.HasStarted || http.Response.StatusCode < 400 || http.Response.ContentLength > 0) return;
        var failure = http.Features.Get<IForwarderErrorFeature>();
        if (failure is null && http.GetEndpoint()?.Metadata.GetMetadata<Yarp.ReverseProxy.Model.RouteModel>() is not null && http.Response.StatusCode != 503) return;
        if (failure is not null) Failed(log, http.Request.Path, failure.Error, string.Join(" < ", Causes.Of(failure.Exception).Select(e => e.Message)));
        await Explain(failure?.Error ?? ForwarderError.None, failure?.Exception, http.Response.StatusCode).WriteAsync(http);
    }

    private static Problem Explain(ForwarderError error, Exception? cause, int status) => error switch
    {
        ForwarderError.None when status is 404 => new(404, "not-found", "There is nothing here."),
        ForwarderError.None when status is 405 => new(405, "method-not-allowed", "This method is not offered here."),
        ForwarderError.RequestBodyClient when Causes.Of(cause).Any(e => e is BadHttpRequestException { StatusCode: 413 }) => Limits.BodyTooLarge,
        ForwarderError.RequestBodyClient => new(400, "bad-request", "The request cannot be read."),
        _ => Problem.Unavailable,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be handed on ({Error}): {Cause}")]
    private static partial void Failed(ILogger log, PathString path, ForwarderError error, string cause);
}
