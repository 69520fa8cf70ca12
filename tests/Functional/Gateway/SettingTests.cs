using Coordination.Gateway;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Gateway;

public sealed class SettingTests
{
    [Theory]
    [InlineData("COORDINATION_ROUTES", "", "names no service")]
    [InlineData("COORDINATION_ROUTES", "intake", "is a list")]
    [InlineData("COORDINATION_ROUTES", "intake=ftp://here", "is no http address")]
    [InlineData("COORDINATION_ROUTES", "intake=http://a:1;intake=http://b:1", "twice")]
    [InlineData("COORDINATION_RATE", "fast", "must be a number")]
    [InlineData("ASPNETCORE_URLS", "https://0.0.0.0:443", "COORDINATION_CERTIFICATE")]
    public void A_wrong_setting_is_named(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?> { ["COORDINATION_ROUTES"] = "intake=http://127.0.0.1:1", [name] = value };
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Read(settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "names no OpenID Connect provider")]
    [InlineData("http://issuer.example", "come over https")]
    public void Without_a_provider_whose_keys_come_safely_there_is_no_gateway(string authority, string said) => A_wrong_setting_is_named("COORDINATION_AUTHORITY", authority, said);

    [Fact]
    public void The_local_issuer_among_the_services_is_the_provider_where_no_other_is_named() =>
        Assert.Equal("http://127.0.0.1:2/issuer", Read(new() { ["COORDINATION_ROUTES"] = "intake=http://127.0.0.1:1;issuer=http://127.0.0.1:2" }).Authority);

    [Fact]
    public void The_local_issuer_is_not_handed_to_the_world() =>
        Assert.Contains("loopback", Assert.Throws<InvalidDataException>(() => Read(new()
        {
            ["COORDINATION_ROUTES"] = "intake=http://127.0.0.1:1;issuer=http://127.0.0.1:2",
            ["ASPNETCORE_URLS"] = "http://0.0.0.0:80",
        })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_service_that_does_not_exist_is_named() =>
        Assert.Contains("'intakes'", (await Assert.ThrowsAsync<InvalidDataException>(() => Edge.StartAsync("intakes=http://127.0.0.1:1"))).Message, StringComparison.Ordinal);

    private static GatewayOptions Read(Dictionary<string, string?> settings) =>
        GatewayOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
