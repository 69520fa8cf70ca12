using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coordination.Host;
using Coordination.Tests.Functional.Gateway;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Pages;

/// <summary>The contracts at a region's address, whichever program has that address.</summary>
public abstract partial class ContractPageTests
{
    public sealed class AtTheFrontDoor(EmbeddedRegion region) : ContractPageTests, IClassFixture<EmbeddedRegion>
    {
        protected override HttpClient Http => region.Anonymous().Http;

        protected override IEnumerable<RouteEndpoint> Routes => region.Running.Routes;
    }

    public sealed class AtTheGateway : ContractPageTests, IAsyncLifetime
    {
        private Edge? edge;

        protected override HttpClient Http => edge!.Anonymous;

        protected override IEnumerable<RouteEndpoint> Routes => edge!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

        /// <summary>No service answers: what is shown is the gateway's own.</summary>
        public async ValueTask InitializeAsync() => edge = await Edge.StartAsync($"intake={Edge.Nowhere()}");

        public ValueTask DisposeAsync() => edge!.DisposeAsync();
    }

    protected abstract HttpClient Http { get; }

    protected abstract IEnumerable<RouteEndpoint> Routes { get; }

    [Fact]
    public async Task Anyone_reads_the_events_and_the_protobufs_as_they_are_committed()
    {
        Assert.Equal(await CommittedAsync("asyncapi/v1.json"), await Http.GetStringAsync("/asyncapi/v1.json"));
        foreach (var proto in Directory.EnumerateFiles(SourceTree.At("contracts", "proto"), "*.proto", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(SourceTree.At("contracts"), f)))
            Assert.Equal(await CommittedAsync(proto), await Http.GetStringAsync($"/{proto}"));
    }

    [Fact]
    public async Task Anyone_reads_the_document_of_a_service_that_does_not_answer()
    {
        // Intake answers for itself where it runs, in the words of the running code.
        foreach (var service in RegionModules.All.Select(m => m.Name).Where(s => s != "intake"))
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await CommittedAsync($"openapi/{service}.json"))!["paths"], JsonNode.Parse(await Http.GetStringAsync($"/openapi/{service}.json"))!["paths"]), service);
    }

    [Fact]
    public async Task Every_route_stands_in_the_one_document_of_the_region()
    {
        var document = JsonNode.Parse(await Http.GetStringAsync("/openapi/v1.json"))!;
        var documented = document["paths"]!.AsObject().Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var routes = Routes.Select(r => Constraint().Replace(r.RoutePattern.RawText!, "}").Replace("{**", "{", StringComparison.Ordinal)).Where(IsPublic).Distinct().ToList();
        Assert.Contains("/docs", routes);
        Assert.Equal([], routes.Except(documented));
    }

    [Fact]
    public async Task Every_page_that_the_address_itself_promises_is_there()
    {
        var document = JsonNode.Parse(await CommittedAsync("Pages/front.json"))!;
        foreach (var path in document["paths"]!.AsObject().Select(p => p.Key).Where(p => !p.Contains('{', StringComparison.Ordinal) && p != "/v1/region"))
        {
            using var answer = await Http.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }

    [Theory, InlineData("zh-CN,zh;q=0.9", "zh-CN"), InlineData("de, en;q=0.5", "en"), InlineData("", "en")]
    public async Task The_page_is_in_the_language_that_its_reader_prefers(string accepted, string language)
    {
        using var answer = await GetAsync("/docs", r => r.Headers.TryAddWithoutValidation("Accept-Language", accepted));
        Assert.Contains($"<html lang=\"{language}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Equal(await Http.GetStringAsync($"/docs/{language}"), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_may_load_nothing_but_the_style_that_it_carries()
    {
        using var answer = await Http.GetAsync("/docs/en");
        var style = Style().Match(await answer.Content.ReadAsStringAsync()).Groups["style"].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.NotEqual("", style);
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Who_has_the_page_is_not_sent_it_again_and_who_can_unpack_gets_it_packed()
    {
        using var first = await GetAsync("/openapi/v1.json", r => r.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip")));
        Assert.Equal(["gzip"], first.Content.Headers.ContentEncoding);
        using var second = await GetAsync("/openapi/v1.json", r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Content.Headers.ContentLength * 4 < Encoding.UTF8.GetByteCount(await Http.GetStringAsync("/openapi/v1.json")));
    }

    [Theory, InlineData("/docs/fr"), InlineData("/openapi/weather.json"), InlineData("/proto/coordination/none.proto"), InlineData("/proto/..%2f..%2fetc/passwd")]
    public async Task What_is_not_there_is_refused_as_everything_is(string path)
    {
        using var answer = await Http.GetAsync(path);
        await answer.ProblemAsync(404, "not-found");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage> set)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        set(request);
        return await Http.SendAsync(request);
    }

    /// <summary>All but the methods of gRPC, which stand in the protobufs, the documents of running services, and the issuer, which is for trying only.</summary>
    private static bool IsPublic(string route) => !Rpc().IsMatch(route) && !route.StartsWith("/issuer/", StringComparison.Ordinal)
        && !RegionModules.All.Any(m => route == $"/openapi/{m.Name}.json");

    private static Task<string> CommittedAsync(string path) => File.ReadAllTextAsync(SourceTree.At("contracts", path));

    [GeneratedRegex(@":[^}/]+\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^/?(coordination|grpc)\.[\w.]+/\w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rpc();

    [GeneratedRegex("<style>(?<style>.*)</style>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Style();
}
