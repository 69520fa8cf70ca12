using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>A line for each call that was let in by nobody: why, never with the token.</summary>
internal static partial class RefusedTokens
{
    internal static void Log(HttpContext http, Exception failure)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusedTokens));
        Refused(log, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "?", Reason(failure));
    }

    /// <summary>For a known caller that lacks the role.</summary>
    internal static void LogForbidden(HttpContext http, string agency)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusedTokens));
        Forbidden(log, agency, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "?");
    }

    /// <summary>The reasons of the check are constants; of anything else the type says enough.</summary>
    private static string Reason(Exception failure) => failure is AuthenticationFailureException ? failure.Message : failure.GetType().Name;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A token was refused: {Method} {Operation}: {Reason}")]
    private static partial void Refused(ILogger log, string method, string operation, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A caller of {Agency} lacks the role: {Method} {Operation}")]
    private static partial void Forbidden(ILogger log, string agency, string method, string operation);
}
