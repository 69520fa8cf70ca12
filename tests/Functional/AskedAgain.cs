using System.Net;

namespace Coordination.Tests.Functional;

/// <summary>
/// A service that has just started, or the keys of an issuer, may be later than patience is: whoever asked is told to come again (503), and comes again. Any other answer
/// is the answer.
/// </summary>
internal static class AskedAgain
{
    internal static async Task<HttpResponseMessage> UntilServedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        HttpResponseMessage? answer = null;
        await Platform.ProbeRegion.UntilAsync(async () =>
        {
            answer?.Dispose();
            return (answer = await ask()).StatusCode != HttpStatusCode.ServiceUnavailable;
        });
        return answer!;
    }

    internal static async Task<HttpStatusCode> StatusAsync(Func<Task<HttpResponseMessage>> ask)
    {
        using var answer = await UntilServedAsync(ask);
        return answer.StatusCode;
    }
}
