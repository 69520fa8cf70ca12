using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>The hostile corpus: every case is refused with a problem document, soon, in little memory, and nothing is written.</summary>
public sealed partial class CorpusTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private const long Growth = 50L * 1024 * 1024;

    [Theory, InlineData("json"), InlineData("geo")]
    public async Task Hostile_bodies_are_refused_soon_and_nothing_is_written(string corpus)
    {
        var intruder = new Intruder(region);
        var post = (await intruder.DocumentAsync("intake")).Operations.First(o => o is { Method: "POST", Path: "/v1/hazards" });
        await intruder.SendAsync(post, "{}");
        var (record, memory) = (await intruder.RecordAsync(), Memory());
        var faults = new List<string>();
        foreach (var (name, body) in Cases(corpus))
        {
            var (refused, took) = await SoonestAsync(() => intruder.SendAsync(post, body));
            if (refused.Fault((int)refused.Status, null, null) is { } fault || (int)refused.Status is < 400 or >= 500) faults.Add($"{name}: {(int)refused.Status} {refused.Text}");
            if (took > TimeSpan.FromMilliseconds(200)) faults.Add($"{name}: {took.TotalMilliseconds:0} ms");
        }
        Assert.Equal([], faults);
        Assert.Equal(record, await intruder.RecordAsync());
        Assert.True(Memory() - memory < Growth, $"{(Memory() - memory) / 1024 / 1024} MiB more");
    }

    /// <summary>Request smuggling and broken framing: the connection is refused or closed, never answered as two calls.</summary>
    [Theory]
    [InlineData("POST /v1/hazards HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("POST /v1/hazards HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /v1/hazards HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /v1/hazards HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /v1/hazards HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("GET /v1/hazards HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n")]
    [InlineData("GET /v1/hazards HTTP/1.1\r\n\r\n")]
    [InlineData("GET /v1/hazards HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")]
    [InlineData("GET /v1/hazards HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("GET /v1/\0hazards HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("get /v1/hazards HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("TRACE /v1/hazards HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /v1/hazards HTTP/1.1\r\nHost: x\r\nX-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("GET /v1/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /v1/hazards HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 127.0.0.1\r\nX-Original-URL: /alive\r\n\r\n")]
    public async Task Hostile_framing_is_refused(string request)
    {
        using var socket = new TcpClient(region.Address.Host, region.Address.Port);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
        var buffer = new byte[4096];
        var read = await socket.GetStream().ReadAsync(buffer, limit.Token);
        Assert.Matches("^(HTTP/1\\.1 (4\\d\\d|505) |$)", Encoding.Latin1.GetString(buffer, 0, read).Split('\r')[0]);
    }

    /// <summary>On a busy machine one slow answer says nothing: the soonest of three counts.</summary>
    private static async Task<(Refused, TimeSpan)> SoonestAsync(Func<Task<Refused>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            var watch = Stopwatch.StartNew();
            var refused = await send();
            if (watch.ElapsedMilliseconds <= 200 || attempt == 3) return (refused, watch.Elapsed);
        }
    }

    private static long Memory()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static IEnumerable<(string Name, string Body)> Cases(string corpus)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BadInput", "corpus", $"{corpus}.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
            yield return (one.GetProperty("name").GetString()!, Repeated().Replace(one.GetProperty("body").GetString()!, m => string.Concat(Enumerable.Repeat(m.Groups["what"].Value, int.Parse(m.Groups["times"].Value)))));
    }

    [GeneratedRegex("⟦(?<what>[^×]+)×(?<times>[0-9]+)⟧", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();
}
