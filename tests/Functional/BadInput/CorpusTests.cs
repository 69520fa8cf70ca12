using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.CommandLine.Partners.EdxlRm;
using Coordination.Tests.Conformance;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>The hostile corpus: every case is refused with a problem document, soon, in little memory, and nothing is written.</summary>
[Collection(typeof(MeasuredAlone))]
public sealed partial class CorpusTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Theory, InlineData("json"), InlineData("geo")]
    public async Task Hostile_bodies_are_refused_soon_and_nothing_is_written(string corpus)
    {
        var intruder = new Intruder(region);
        var post = (await intruder.DocumentAsync("intake")).Operations.First(o => o is { Method: "POST", Path: "/v1/hazards" });
        await intruder.SendAsync(post, "{}");
        var (record, memory) = (await intruder.RecordAsync(), MeasuredAlone.Held());
        var faults = new List<string>();
        foreach (var (name, body) in Cases(corpus))
        {
            var (refused, took) = await SoonestAsync(() => intruder.SendAsync(post, body));
            if (refused.Fault((int)refused.Status, null, null) is { } fault || (int)refused.Status is < 400 or >= 500) faults.Add($"{name}: {(int)refused.Status} {refused.Text}");
            if (took > TimeSpan.FromMilliseconds(200)) faults.Add($"{name}: {took.TotalMilliseconds:0} ms");
        }
        Assert.Equal([], faults);
        Assert.Equal(record, await intruder.RecordAsync());
        MeasuredAlone.AssertLittleGrowthSince(memory);
    }

    /// <summary>The door for messages of agencies' systems: XML of any kind is refused before anything of it is believed.</summary>
    [Fact]
    public async Task Hostile_messages_of_EDXL_RM_are_refused_soon_and_nothing_is_written()
    {
        var intruder = new Intruder(region);
        // Under an id of its own: nothing that follows is refused for what came under that before.
        foreach (var xml in (string[])[RmConversation.Begin(HostileMessages.Now)[0].Xml(HostileMessages.Now), HostileMessages.Enveloped(RmConversation.Begin(HostileMessages.Now)[0])])
            Assert.True(await SayAsync(Encoding.UTF8.GetBytes(xml)) is { IsSuccess: true }, "the sound message is refused too, and nothing is tested");
        var (record, memory) = (await intruder.RecordAsync(), MeasuredAlone.Held());
        var faults = new List<string>();
        foreach (var (what, xml, rule) in HostileMessages.Bytes())
        {
            var (refused, took) = await SoonestAsync(() => SayAsync(xml));
            var fault = xml.Length > 1024 * 1024 ? refused.Fault(413, null, "body-too-large") : refused.Fault(400, null, rule);
            if (fault is not null) faults.Add($"{what}: {fault}");
            if (took > TimeSpan.FromMilliseconds(200)) faults.Add($"{what}: {took.TotalMilliseconds:0} ms");
        }
        Assert.Equal([], faults);
        Assert.Equal(record, await intruder.RecordAsync());
        MeasuredAlone.AssertLittleGrowthSince(memory);

        Task<Refused> SayAsync(byte[] xml) => intruder.SendAsync($"/v1/agencies/{HostileMessages.Sender}/edxl-rm", xml, "application/xml");
    }

    /// <summary>Request smuggling and broken framing: the connection is refused or closed, never answered as two calls.</summary>
    [Fact]
    public async Task Hostile_framing_is_refused()
    {
        var intruder = new Intruder(region);
        var (token, record) = (intruder.Http.DefaultRequestHeaders.Authorization!.Parameter, await intruder.RecordAsync());
        var faults = new List<string>();
        foreach (var (name, request) in Cases("http", "request"))
            if (await AnswerAsync(request.Replace("{token}", token, StringComparison.Ordinal)) is var said && !Refused().IsMatch(said)) faults.Add($"{name}: {said}");
        Assert.Equal([], faults);
        Assert.Equal(record, await intruder.RecordAsync());
    }

    /// <summary>Everything the server says until it closes the connection, or the first answer when it waits for more of the request.</summary>
    private async Task<string> AnswerAsync(string request)
    {
        using var socket = new TcpClient(region.Address.Host, region.Address.Port);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var said = new StringBuilder();
        try
        {
            await socket.Client.SendAsync(Encoding.Latin1.GetBytes(request), limit.Token);
            socket.Client.Shutdown(SocketShutdown.Send);
            var buffer = new byte[16384];
            while (await socket.Client.ReceiveAsync(buffer, limit.Token) is > 0 and var read) said.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (SocketException)
        {
            // It would not hear the rest: a refusal as well.
        }
        return said.ToString();
    }

    /// <summary>A status of 4xx or 505, nothing but the end of the connection, or GOAWAY of HTTP/2 with HTTP_1_1_REQUIRED (RFC 9113, 6.8 and 7).</summary>
    [GeneratedRegex(@"^(HTTP/1\.1 (4\d\d|505) |\x00\x00\x08\x07\x00{12}\r$|$)(?!.*HTTP/1\.1 [235])", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Refused();

    /// <summary>
    /// On a busy machine a slow answer says nothing: the soonest of three counts, and of the time what this process, client and server at once, had of the
    /// processors, where that was less.
    /// </summary>
    private static async Task<(Refused, TimeSpan)> SoonestAsync(Func<Task<Refused>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var refused = await send();
            used = Environment.CpuUsage.TotalTime - used;
            var took = watch.Elapsed < Waited && used < watch.Elapsed ? used : watch.Elapsed;
            if (took.TotalMilliseconds <= 200 || attempt == 3) return (refused, took);
        }
    }

    /// <summary>Who waits longer than this is not busy but stuck.</summary>
    private static readonly TimeSpan Waited = TimeSpan.FromSeconds(10);

    private static IEnumerable<(string Name, string Body)> Cases(string corpus, string member = "body")
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BadInput", "corpus", $"{corpus}.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
            yield return (one.GetProperty("name").GetString()!, Repeated().Replace(one.GetProperty(member).GetString()!, m => string.Concat(Enumerable.Repeat(m.Groups["what"].Value, int.Parse(m.Groups["times"].Value)))));
    }

    [GeneratedRegex("⟦(?<what>[^×]+)×(?<times>[0-9]+)⟧", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();
}
