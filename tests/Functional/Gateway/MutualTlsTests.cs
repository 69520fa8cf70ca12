using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Identity;
using Coordination.Tests.Functional.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Gateway;

/// <summary>Agencies' systems that show certificates (RFC 8705), at a gateway with TLS before services of a region.</summary>
public sealed class MutualTlsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-mtls").FullName;
    private readonly Certificates certificates = new();
    private TestProvider provider = null!;
    private RunningRegion region = null!;
    private Edge edge = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await Edge.ProviderAsync();
        region = await RunningRegion.StartAsync(Arguments.Parse(["--modules", "exchange,command"], RegionModules.All), RegionModules.All, new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["COORDINATION_DATA"] = folder, ["COORDINATION_REGION"] = "test", ["COORDINATION_AUTHORITY"] = provider.Address, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            }).Build(), TimeProvider.System);
        edge = await Edge.StartAsync($"exchange={region.Address};command={region.Address}", settings: new()
        {
            ["ASPNETCORE_URLS"] = "https://127.0.0.1:0", ["COORDINATION_CERTIFICATE"] = certificates.Server, ["COORDINATION_CERTIFICATE_KEY"] = certificates.ServerKey,
            ["COORDINATION_CLIENT_CA"] = certificates.Authority,
        });
    }

    [Fact]
    public async Task A_token_that_is_bound_to_a_certificate_opens_with_it_alone_until_the_certificate_is_ended()
    {
        using var own = certificates.Client("fire-cad");
        using var others = certificates.Client("police-cad");
        var bound = provider.Token(c =>
        {
            Officer(c);
            c["cnf"] = new JsonObject { ["x5t#S256"] = Certificates.Thumbprint(own) };
        });
        foreach (var door in (string[])["/v1/events", "/v1/incidents"])
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(own, bound, door));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(others, bound, door));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(null, bound, door));
            // A caller cannot say what its connection does not show.
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(null, bound, door, Certificates.Thumbprint(own)));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(null, provider.Token(Officer), door));
        }
        // The service decides again: who comes by another way shows nothing.
        using (var direct = await new ApiClient(new Uri(region.Address), bound).GetAsync("/v1/events")) Assert.Equal(HttpStatusCode.Unauthorized, direct.StatusCode);

        await EndAsync(Certificates.Thumbprint(own));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(own, bound, "/v1/incidents"));
        // Nor with another token: nobody knows who holds that key.
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(own, provider.Token(Officer), "/v1/incidents"));
        await ProbeRegion.UntilAsync(async () => await AskAsync(own, bound, "/v1/events") == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(others, provider.Token(Officer), "/v1/incidents"));
    }

    [Fact]
    public async Task A_certificate_of_another_authority_gets_no_connection()
    {
        using var strangers = new Certificates();
        using var strange = strangers.Client("fire-cad");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(strange, provider.Token(Officer), "/v1/incidents"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(null, provider.Token(Officer), "/v1/incidents"));
    }

    public async ValueTask DisposeAsync()
    {
        await edge.DisposeAsync();
        await region.DisposeAsync();
        certificates.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void Officer(JsonObject claims) => claims["roles"] = new JsonArray("duty-officer");

    private async Task<HttpStatusCode> AskAsync(X509Certificate2? shown, string token, string path, string? header = null)
    {
        using var http = certificates.Caller(edge.Http.BaseAddress!, shown);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (header is not null) request.Headers.Add("Coordination-Certificate", header);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task EndAsync(string thumbprint)
    {
        using var http = certificates.Caller(edge.Http.BaseAddress!, null);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/access-ends") { Content = JsonContent.Create(new { kind = "Certificate", value = thumbprint, basis = "the key was stolen" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", provider.Token(c => { c["agency"] = "region"; c["roles"] = new JsonArray("operator"); }));
        request.Headers.Add("Idempotency-Key", "\"end-1\"");
        using var answer = await http.SendAsync(request);
        await answer.JsonAsync();
    }
}
