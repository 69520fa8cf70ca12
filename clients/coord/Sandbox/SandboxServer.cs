using System.Net;
using System.Text;

namespace Coordination.CommandLine.Sandbox;

/// <summary>A small listener on loopback: enough for a person and a region that try something out.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task accepting;

    private SandboxServer(Uri at, Func<Sent, Served> answer)
    {
        listener.Prefixes.Add(at.ToString());
        listener.Start();
        accepting = AcceptAsync(answer);
    }

    /// <exception cref="HttpListenerException">The address is taken.</exception>
    internal static SandboxServer Start(Uri at, Func<Sent, Served> answer) => new(at, answer);

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await accepting;
    }

    private async Task AcceptAsync(Func<Sent, Served> answer)
    {
        while (listener.IsListening)
        {
            try
            {
                _ = ServeAsync(await listener.GetContextAsync(), answer);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // Closed, or a caller that was gone before it was heard.
            }
        }
    }

    private static async Task ServeAsync(HttpListenerContext http, Func<Sent, Served> answer)
    {
        try
        {
            var (request, response) = (http.Request, http.Response);
            var served = answer(new(request.HttpMethod, request.Url?.AbsolutePath ?? "/", name => request.Headers[name], await ReadAsync(request)));
            response.StatusCode = served.Status;
            response.ContentType = served.ContentType;
            response.Headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'";
            if (served.ETag is not null) response.Headers["ETag"] = served.ETag;
            if (served.Body.Length > 0) await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(served.Body));
            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or ProtocolViolationException)
        {
            http.Response.Abort();
        }
    }

    /// <summary>A byte more than a message may have is as much as is read.</summary>
    private static async Task<byte[]> ReadAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (body.Length <= RmDesk.Most && await request.InputStream.ReadAsync(buffer) is > 0 and var read) await body.WriteAsync(buffer.AsMemory(0, read));
        return body.ToArray();
    }
}
