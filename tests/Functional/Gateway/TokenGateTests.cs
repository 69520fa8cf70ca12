using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Coordination.Host;
using Coordination.Rpc;
using Coordination.Rpc.Intake.V1;
using Coordination.Tests.Functional.Identity;
using Coordination.Tests.Functional.Sharing;
using Grpc.Core;

namespace Coordination.Tests.Functional.Gateway;

/// <summary>The gateway's own look at a caller's token, before stubs that take every call.</summary>
public sealed partial class TokenGateTests
{
    [Fact]
    public async Task No_wrong_token_reaches_a_service()
    {
        var provider = await Edge.ProviderAsync();
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        var wrong = WrongTokens.Claims.Select(w => (w.Key, provider.Token(claims: w.Value)))
            .Concat(WrongTokens.Headers.Select(w => (w.Key, provider.Token(header: w.Value)))).Concat(WrongTokens.Forged.Select(w => (w.Key, w.Value(provider)))).ToList();
        Assert.True(wrong.Count >= 45);
        foreach (var (which, token) in wrong)
            // Also where none is needed: who sends one believes to be somebody.
            foreach (var path in (string[])["/v1/reports", "/v1/public-reports/x"])
                Assert.True(await AskAsync(edge, path, token) == HttpStatusCode.Unauthorized && intake.Calls == 0, $"{which} at {path}");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(edge, "/v1/reports", provider.Token()));
    }

    [Fact]
    public async Task A_call_without_a_token_goes_on_only_where_the_contract_is_open_to_anyone()
    {
        await using var service = await StubService.StartAsync("any");
        await using var edge = await Edge.StartAsync(string.Join(';', RegionModules.All.Select(m => $"{m.Name}={service.Address}")));
        var open = new List<string>();
        foreach (var row in Matrix.Rows)
        {
            using var request = new HttpRequestMessage(HttpMethod.Parse(row.Method), Parameter().Replace(row.Path, "x"));
            using var answer = await edge.Anonymous.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.OK) open.Add(row.Operation);
            else await answer.ProblemAsync(401, "token-required");
        }
        Assert.Equal(Matrix.Rows.Where(r => r.May[Matrix.Anonymous]).Select(r => r.Operation), open);
        Assert.Equal(open.Count, service.Calls);
    }

    [Fact]
    public async Task Who_is_refused_reads_why_in_his_language_and_what_was_wrong()
    {
        await using var edge = await Edge.StartAsync($"intake={Edge.Nowhere()}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/reports");
        request.Headers.TryAddWithoutValidation("Accept-Language", "zh-CN");
        using var answer = await edge.Anonymous.SendAsync(request);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        var problem = await answer.ProblemAsync(401, "token-required");
        Assert.Equal(("需要有效令牌", "@Authorization"), (problem.GetProperty("title").GetString(), problem.GetProperty("errors")[0].GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task A_grpc_call_without_a_good_token_is_unauthenticated_and_reaches_no_service()
    {
        await using var intake = await StubService.StartAsync("intake", protocols: Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2);
        await using var edge = await Edge.StartAsync($"intake={Edge.Nowhere()}", $"intake={intake.Address}");
        foreach (var token in (string?[])[null, "nonsense"])
        {
            using var channel = RpcChannel.ForAddress(edge.Grpc, token is null ? null : _ => Task.FromResult(token));
            var refused = await Assert.ThrowsAsync<RpcException>(() => new Reports.ReportsClient(channel.CreateCallInvoker()).ListReportsAsync(new()).ResponseAsync);
            Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        }
        Assert.Equal(0, intake.Calls);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_waited_for_and_known_keys_go_on_working()
    {
        var place = Edge.Nowhere();
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}", authority: place);
        var provider = await TestProvider.StartAsync(place);
        var early = provider.Token();
        await provider.DisposeAsync();
        using (var away = await SendAsync(edge, "/v1/reports", early))
        {
            Assert.NotNull(away.Headers.RetryAfter);
            await away.ProblemAsync(503, "issuer-unavailable");
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(edge, "/v1/reports", null));
        Assert.Equal(0, intake.Calls);

        provider = await TestProvider.StartAsync(place);
        var (token, later) = (provider.Token(), provider.Token(c => c["sub"] = "fire-2"));
        await Platform.ProbeRegion.UntilAsync(async () => await AskAsync(edge, "/v1/reports", token) == HttpStatusCode.OK);
        await provider.DisposeAsync();
        // One that was seen before, and one that was not.
        Assert.Equal(HttpStatusCode.OK, await AskAsync(edge, "/v1/reports", token));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(edge, "/v1/reports", later));
    }

    private static async Task<HttpStatusCode> AskAsync(Edge edge, string path, string? token)
    {
        using var answer = await SendAsync(edge, path, token);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(Edge edge, string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await edge.Anonymous.SendAsync(request);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
