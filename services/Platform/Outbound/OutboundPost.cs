using System.Net.Http.Headers;

namespace Coordination.Platform;

/// <summary>
/// Posts to addresses that somebody outside named: guarded (<see cref="OutboundRules"/>), without redirects, proxies, cookies or traces, within limits
/// of time and size. Only the status of the answer is looked at.
/// </summary>
public sealed class OutboundPost : IDisposable
{
    /// <summary>A call that is not answered in this time has failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly OutboundRules rules;
    private readonly HttpClient http;

    internal OutboundPost(OutboundRules rules, IHostAddresses names)
    {
        this.rules = rules;
        http = new(new SocketsHttpHandler
        {
            ConnectCallback = new PinnedConnection(rules, names).OpenAsync,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 16 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        }) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new("Coordination", "1"));
    }

    /// <summary>What is wrong with an address, before anything is sent there; null when nothing is.</summary>
    /// <param name="url">The address.</param>
    /// <param name="pointer">Where the caller named it.</param>
    public Refusal? Judge(string url, string pointer) => rules.Judge(url, pointer);

    /// <summary>Sends once. Never throws for what the other side does.</summary>
    public async Task<OutboundAnswer> SendAsync(Uri target, string contentType, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(headers);
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            // By the other side's own clock, where it says one.
            var after = answer.Headers.RetryAfter;
            return new(OutboundOutcome.Answered, (int)answer.StatusCode, after?.Delta ?? after?.Date - answer.Headers.Date);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(OutboundOutcome.TimedOut);
        }
        catch (HttpRequestException e)
        {
            return new(OutcomeOf(e));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static OutboundOutcome OutcomeOf(HttpRequestException e) => e switch
    {
        { InnerException: TargetNotAllowedException } => OutboundOutcome.NotAllowed,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => OutboundOutcome.TlsFailed,
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => OutboundOutcome.TooLarge,
        _ => OutboundOutcome.Unreachable,
    };
}

/// <summary>How a call ended.</summary>
/// <param name="Outcome">In which way.</param>
/// <param name="Status">The HTTP status, where there was an answer.</param>
/// <param name="RetryAfter">How long the other side asks to be left alone.</param>
public sealed record OutboundAnswer(OutboundOutcome Outcome, int? Status = null, TimeSpan? RetryAfter = null)
{
    /// <summary>It was taken: a status of 200 to 299.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>In which way a call ended.</summary>
public enum OutboundOutcome
{
    /// <summary>There was an answer.</summary>
    Answered,
    /// <summary>The name stands for an address that may not be called.</summary>
    NotAllowed,
    /// <summary>No connection, or one that broke.</summary>
    Unreachable,
    /// <summary>The other side could not prove who it is.</summary>
    TlsFailed,
    /// <summary>No answer in time.</summary>
    TimedOut,
    /// <summary>The answer's header is larger than anyone needs.</summary>
    TooLarge,
}
