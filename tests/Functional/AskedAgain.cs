using System.Net;

namespace Coordination.Tests.Functional;

/// <summary>
/// A service that has just started, the keys of an issuer, or the first of several equal calls may be later than patience is: whoever asked is told to come again (503, or
/// 409 with Retry-After), and comes again. Any other answer is the answer.
/// </summary>
internal static class AskedAgain
{
    internal static async Task<HttpResponseMessage> UntilServedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        HttpResponseMessage? answer = null;
        await Platform.ProbeRegion.UntilAsync(async () =>
        {
            answer?.Dispose();
            answer = await ask();
            return answer.StatusCode != HttpStatusCode.ServiceUnavailable && (answer.StatusCode != HttpStatusCode.Conflict || answer.Headers.RetryAfter is null);
        });
        return answer!;
    }

    internal static async Task<HttpStatusCode> StatusAsync(Func<Task<HttpResponseMessage>> ask)
    {
        using var answer = await UntilServedAsync(ask);
        return answer.StatusCode;
    }
}
