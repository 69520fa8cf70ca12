using Coordination.Contracts.Tokens;

namespace Coordination.Tests.Unit.Identity;

public sealed class ProviderListTests
{
    private const string Own = """{"issuer":"https://login.region.example","agencies":["*"]}""";

    [Fact]
    public void What_is_not_said_is_the_ordinary()
    {
        var all = Read($$$"""[{{{Own}}}, {"issuer":"https://login.fire.example/realm","name":"fire","agencies":["fire"],"claims":{"agency":"org"}}]""");
        Assert.Equal((null, "", "coordination", "https://login.region.example"), (all[0].Agencies, all[0].Name, all[0].Audience, all[0].Address));
        Assert.Equal(TokenCheck.Algorithms, all[0].Algorithms);
        Assert.Equal((new ClaimNames("org"), "https://login.fire.example/realm", "fire"), (all[1].Claims, all[1].Issuer, all[1].Name));
        Assert.Equal((true, false, true, false), (all[1].SpeaksFor("fire"), all[1].SpeaksFor("police"), all[1].Gives("commander"), all[1].Gives("operator")));
    }

    [Theory]
    [InlineData("[]", "lists no provider")]
    [InlineData("nonsense", "no JSON list")]
    [InlineData("[null]", "[0] is null")]
    [InlineData("""[{"agencies":["*"]}]""", "[0] has no issuer")]
    [InlineData("""[{"issuer":"http://login.example","agencies":["*"]}]""", "come over https")]
    [InlineData("""[{"issuer":"https://a.example"}]""", "[0] agencies")]
    [InlineData("""[{"issuer":"https://a.example","agencies":[]}]""", "[0] agencies")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["fire","*"]}]""", "'*' is no agency")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["Fire"]}]""", "'Fire' is no agency")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["*"],"name":"a:b"}]""", "name 'a:b'")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["*"],"audience":""}]""", "audience is empty")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["*"],"algorithms":["HS256"]}]""", "algorithms must be among ES256")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["*"],"algorithms":[]}]""", "algorithms must be among ES256")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["*"],"claims":{"agency":"roles"}}]""", "three claims")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["*"],"agency":"fire"}]""", "agency")]
    [InlineData("""[{"issuer":"https://a.example","issuer":"https://b.example","agencies":["*"]}]""", "issuer")]
    [InlineData("""[{"issuer":"https://a.example","address":"https://b.example","agencies":["*"]}]""", "only the local issuer")]
    [InlineData("""[{"issuer":"urn:coordination:local-issuer","agencies":["*"]}]""", "needs an address")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["fire"]},{"issuer":"https://b.example","agencies":["police"]}]""", "have no name")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["fire"],"roles":["Duty Officer"]}]""", "roles:")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["fire"],"roles":[]}]""", "roles:")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["fire"],"name":"a"},{"issuer":"https://b.example","agencies":["police"],"name":"a"}]""", "the name a")]
    [InlineData("""[{"issuer":"https://a.example","agencies":["fire"]},{"issuer":"https://a.example","agencies":["police"],"name":"a"}]""", "the issuer https://a.example")]
    public void What_is_wrong_is_named(string text, string said) => Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_setting_says_it()
    {
        Assert.Contains("COORDINATION_AUTHORITY", Assert.Throws<InvalidDataException>(() => ProviderList.Read($"[{Own}]", null, isAlone: true)).Message, StringComparison.Ordinal);
        Assert.Contains("both set", Assert.Throws<InvalidDataException>(() => ProviderList.Read($"[{Own}]", "file", isAlone: false)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => ProviderList.Read(null, "/nowhere/providers.json", isAlone: false)).Message, StringComparison.Ordinal);
        Assert.Empty(ProviderList.Read(null, "", isAlone: true));
    }

    /// <summary>Those at which people sign in; the local issuer stands at the region's own address.</summary>
    [Fact]
    public void A_newcomer_is_told_where_to_sign_in()
    {
        var all = Read($$$"""[{{{Own}}}, {"issuer":"https://login.fire.example","name":"fire","agencies":["fire"]}, {"issuer":"urn:coordination:local-issuer","name":"local","address":"http://127.0.0.1:8710/issuer","agencies":["police"]}]""");
        Assert.Equal(["https://login.region.example: every", "https://login.fire.example: fire"], OfferedProvider.Of(all).Select(p => $"{p.Issuer}: {string.Join(',', p.Agencies ?? ["every"])}"));
        Assert.Empty(OfferedProvider.Of([new("http://127.0.0.1:8710/issuer")]));
    }

    private static IReadOnlyList<TrustedProvider> Read(string text) => ProviderList.Read(text, null, isAlone: false);
}
