using System.Collections.Specialized;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace Coordination.CommandLine.Sessions;

/// <summary>Waits on this machine for the browser to come back from the provider's page (RFC 8252 7.3). What does not bear the state is none of its business.</summary>
internal sealed class RedirectListener : IDisposable
{
    private const int Longest = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<NameValueCollection> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string state;

    internal RedirectListener(string state)
    {
        this.state = state;
        listener.Start();
    }

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/callback");

    /// <summary>What the provider said, when the browser brings it.</summary>
    internal async Task<NameValueCollection> WaitAsync(CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var accepting = AcceptAsync(over.Token);
        try
        {
            return await answer.Task.WaitAsync(ct);
        }
        finally
        {
            await over.CancelAsync();
            await accepting;
        }
    }

    public void Dispose() => listener.Dispose();

    /// <summary>A browser opens connections on which it says nothing: each is served by itself.</summary>
    private async Task AcceptAsync(CancellationToken ct)
    {
        var serving = new List<Task>();
        try
        {
            while (!answer.Task.IsCompleted) serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(ct), ct));
        }
        catch (OperationCanceledException)
        {
            // The answer came, or nobody waits any more.
        }
        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(TcpClient client, CancellationToken ct)
    {
        using var _ = client;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var query = QueryOf(await HeadAsync(client.GetStream(), limit.Token));
            var isOurs = query is not null && IsState(query["state"]);
            // Written to its end before the wait is over, which ends what is under way.
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(isOurs ? Page("200 OK", "Go back to the terminal. 请回到终端。") : Page("404 Not Found", "There is nothing here.")), limit.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            if (isOurs) answer.TrySetResult(query!);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // It left; the next one may be the answer.
        }
    }

    private bool IsState(string? said) => said is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(state));

    private static NameValueCollection? QueryOf(string head) =>
        head.Split("\r\n")[0].Split(' ') is ["GET", var target, _] && target.StartsWith("/callback?", StringComparison.Ordinal) ? HttpUtility.ParseQueryString(target["/callback?".Length..]) : null;

    private static async Task<string> HeadAsync(NetworkStream stream, CancellationToken ct)
    {
        var (buffer, length) = (new byte[Longest], 0);
        while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), ct) is > 0 and var read)
        {
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0) break;
        }
        return Encoding.ASCII.GetString(buffer, 0, length);
    }

    private static string Page(string status, string text)
    {
        var body = $"<!DOCTYPE html><meta charset=\"utf-8\"><title>coord</title><p>{text}</p>";
        return $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nCache-Control: no-store\r\n"
            + $"Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{body}";
    }
}
