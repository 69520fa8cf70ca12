using System.Net;
using System.Text;
using Coordination.Client;
using Coordination.Client.Tokens;

namespace Coordination.Tests.Unit.Clients;

/// <summary>A region that answers as it was told, one answer after the other, and remembers what it was asked. The last answer is given again and again.</summary>
internal sealed class FakeRegion : HttpMessageHandler
{
    private readonly List<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> answers = [];

    internal FakeTime Time { get; } = new();

    internal List<HttpRequestMessage> Asked { get; } = [];

    /// <summary>How long the client waited before each repetition.</summary>
    internal List<TimeSpan> Waits { get; } = [];

    internal ClientOptions Options => new() { Time = Time, Chance = () => 0 };

    internal CoordinationClient Client(ITokenSource? tokens = null, ClientOptions? options = null) => new(Http(), tokens, options ?? Options);

    internal HttpClient Http() => new(this, disposeHandler: false) { BaseAddress = new("http://region.test"), Timeout = Timeout.InfiniteTimeSpan };

    internal FakeRegion Answers(int status, string body = "", Action<HttpResponseMessage>? set = null) => Does((_, _) => Task.FromResult(Response(status, body, set)));

    internal FakeRegion Refuses(int status, string rule, TimeSpan? retryAfter = null) => Answers(status, Problem(status, rule), r =>
    {
        if (retryAfter is { } wait) r.Headers.RetryAfter = new(wait);
    });

    internal FakeRegion IsLost() => Does((_, _) => throw new HttpRequestException("connection reset"));

    internal FakeRegion Does(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        answers.Add(answer);
        return this;
    }

    /// <summary>Lets a call run to its end; each pause that it makes passes at once.</summary>
    internal async Task<T> RunAsync<T>(Task<T> call)
    {
        while (true)
        {
            var next = Time.Started.ReadAsync().AsTask();
            if (await Task.WhenAny(call, next) == call) return await call;
            var wait = await next;
            if (wait == Options.Deadline) continue;
            Waits.Add(wait);
            Time.Advance(wait);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return answers[Math.Min(Asked.Count, answers.Count) - 1](request, cancellationToken);
    }

    internal static HttpResponseMessage Response(int status, string body, Action<HttpResponseMessage>? set = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, status < 400 ? "application/json" : "application/problem+json") };
        set?.Invoke(response);
        return response;
    }

    internal static string Problem(int status, string rule) =>
        $$"""{"type":"urn:coordination:problem:{{rule}}","title":"A title","status":{{status}},"detail":"What would be right.","errors":[{"pointer":"/place/areaCode","rule":"area","detail":"No such area."}],"traceId":"4bf9"}""";
}
