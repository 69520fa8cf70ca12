using System.Net;
using Coordination.Client.Calls;

namespace Coordination.Client.Events;

/// <summary>A stream of the log that mends itself: it knows the last event that it gave, goes on after it, and gives none twice.</summary>
internal sealed class EventStream(RegionCalls calls, string path, long after) : IAsyncDisposable
{
    private readonly ClientOptions options = calls.Options;
    private long last = after;
    private int failures;
    private bool renew;
    private HttpResponseMessage? response;
    private IAsyncEnumerator<StreamItem>? items;

    /// <summary>The next event as it is on the wire, and its place.</summary>
    internal async Task<(long Position, string CloudEvent)> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            if (items is null && await OpenAsync(ct).ConfigureAwait(false) is { } pause) await Task.Delay(pause, options.Time, ct).ConfigureAwait(false);
            else if (await ItemAsync(ct).ConfigureAwait(false) is not { } item) await Task.Delay(await BrokenAsync().ConfigureAwait(false), options.Time, ct).ConfigureAwait(false);
            else if (item.Id is { } id && RegionEvent.PositionOf(id) is var position && position > last)
            {
                (last, failures) = (position, 0);
                if (item.Event != StreamItem.Bookmark) return (position, item.Data);
            }
        }
    }

    /// <summary>Null when it is open; else how long to wait before the next try.</summary>
    private async Task<TimeSpan?> OpenAsync(CancellationToken ct)
    {
        try
        {
            response = await calls.OpenAsync(new(HttpMethod.Get, path), Resume, renew, ct).ConfigureAwait(false);
            var wasRenewed = renew;
            renew = false;
            if (response.IsSuccessStatusCode)
            {
                items = ServerSentEvents.ReadAsync(await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false), options.Silence, options.Time, ct).GetAsyncEnumerator(ct);
                return null;
            }
            var problem = await ProblemReader.ReadAsync(response, options.Time, ct).ConfigureAwait(false);
            if (problem.Status == (int)HttpStatusCode.Unauthorized && !wasRenewed)
            {
                renew = true;
                return TimeSpan.Zero;
            }
            return RetryRules.Passes(problem) ? RetryRules.Pause(options, ++failures, problem.RetryAfter) : throw new ProblemException(problem);
        }
        catch (Exception e) when (IsLoss(e, ct))
        {
            return RetryRules.Pause(options, ++failures, null);
        }
    }

    private void Resume(HttpRequestMessage request)
    {
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (last > 0) request.Headers.Add("Last-Event-ID", $"{last}");
    }

    /// <summary>Null when the stream broke or ended.</summary>
    private async Task<StreamItem?> ItemAsync(CancellationToken ct)
    {
        try
        {
            return await items!.MoveNextAsync().ConfigureAwait(false) ? items.Current : null;
        }
        catch (Exception e) when (IsLoss(e, ct))
        {
            return null;
        }
    }

    private async Task<TimeSpan> BrokenAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        return RetryRules.Pause(options, ++failures, null);
    }

    /// <summary>The connection is lost; a caller who has enough is none of that.</summary>
    private static bool IsLoss(Exception e, CancellationToken ct) => e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested);

    public async ValueTask DisposeAsync()
    {
        if (items is not null) await items.DisposeAsync().ConfigureAwait(false);
        response?.Dispose();
        (items, response) = (null, null);
    }
}
