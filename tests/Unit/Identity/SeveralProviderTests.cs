using Coordination.Contracts.Tokens;

namespace Coordination.Tests.Unit.Identity;

/// <summary>A region that trusts its own provider, the fire agency's, the police's and one that has never answered.</summary>
public sealed class SeveralProviderTests
{
    private readonly SigningProvider own = new("https://login.region.example", TimeProvider.System), fire = new("https://login.fire.example", TimeProvider.System), police = new("https://login.police.example/realm", TimeProvider.System);
    private readonly SigningProvider away = new("https://login.water.example", TimeProvider.System) { IsAway = true };
    private readonly TokenCheck check;

    public SeveralProviderTests() => check = new("test",
    [
        new(new(own.Issuer!) { Issuer = own.Issuer }, own),
        new(new(fire.Issuer!) { Issuer = fire.Issuer, Name = "fire", Agencies = ["fire", "fire-north"] }, fire),
        new(new(police.Issuer!)
        {
            Issuer = police.Issuer, Name = "police", Agencies = ["police"], Roles = ["duty-officer", "auditor"], Audience = "urn:region", Algorithms = ["ES256"],
            Claims = new(Agency: "org", Region: "https://police.example/region", Roles: "groups"),
        }, police),
        new(new(away.Issuer!) { Issuer = away.Issuer, Name = "water", Agencies = ["water"] }, away),
    ], TimeProvider.System);

    [Fact]
    public async Task Each_is_believed_of_its_own_agencies_under_one_key_id()
    {
        Assert.Equal(("zhang", "harbour"), await WhoAsync(own.Token("harbour")));
        Assert.Equal(("fire:zhang", "fire"), await WhoAsync(fire.Token("fire")));
        Assert.Equal(("fire:zhang", "fire-north"), await WhoAsync(fire.Token("fire-north")));
        Assert.Equal(("police:zhang", "police"), await WhoAsync(police.Token("", InWordsOfPolice)));
    }

    [Theory]
    [InlineData("police", "for which its provider does not speak")]
    [InlineData("harbour", "for which its provider does not speak")]
    [InlineData("region", "for which its provider does not speak")]
    [InlineData("*", "names no subject or no agency")]
    [InlineData("FIRE", "names no subject or no agency")]
    public async Task None_makes_people_of_an_agency_that_is_not_its_own(string agency, string why) => Assert.Contains(why, await FaultAsync(fire.Token(agency)), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_that_bears_another_providers_name_is_checked_with_that_ones_keys_alone()
    {
        foreach (var (by, name) in new[] { (police, fire.Issuer!), (fire, own.Issuer!), (own, fire.Issuer!) })
            Assert.Contains("Signature", await FaultAsync(by.Token("fire", c => c["iss"] = name)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.fire.example/")]
    [InlineData("HTTPS://login.fire.example")]
    [InlineData("https://login.fire.example.evil.example")]
    [InlineData("urn:coordination:local-issuer")]
    [InlineData("")]
    public async Task The_name_of_a_provider_is_taken_to_the_letter(string name) => Assert.Contains("not trusted", await FaultAsync(fire.Token("fire", c => c["iss"] = name)), StringComparison.Ordinal);

    [Fact]
    public async Task Who_sees_or_runs_the_whole_region_is_said_by_its_own_provider_or_one_that_is_told_so()
    {
        foreach (var role in TrustedProvider.OfTheRegion)
        {
            Assert.Contains("may not give", await FaultAsync(fire.Token("fire", c => c["roles"] = new[] { "reporter", role })), StringComparison.Ordinal);
            Assert.Equal(("zhang", "region"), await WhoAsync(own.Token("region", c => c["roles"] = new[] { role })));
            Assert.Contains(role, Coordination.Contracts.Roles.All);
        }
        Assert.Equal(("police:zhang", "police"), await WhoAsync(police.Token("", c => { InWordsOfPolice(c); c["groups"] = new[] { "auditor" }; })));
        Assert.Contains("may not give", await FaultAsync(police.Token("", c => { InWordsOfPolice(c); c["groups"] = new[] { "commander" }; })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_people_have_one_name()
    {
        Assert.Contains("another provider's", await FaultAsync(own.Token("harbour", c => c["sub"] = "fire:zhang")), StringComparison.Ordinal);
        Assert.Contains("another provider's", await FaultAsync(own.Token("harbour", c => c["client_id"] = "fire:cad")), StringComparison.Ordinal);
        Assert.Equal(("fire:police:zhang", "fire"), await WhoAsync(fire.Token("fire", c => c["sub"] = "police:zhang")));
        Assert.Equal("fire:cad", (await CheckAsync(fire.Token("fire"))).Holder!.FindFirst("client_id")!.Value);
        Assert.Contains("no subject", await FaultAsync(fire.Token("fire", c => c["sub"] = new string('s', 96))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_provider_puts_under_our_names_says_nothing_when_it_uses_others()
    {
        var holder = (await CheckAsync(police.Token("fire", c => { InWordsOfPolice(c); c["agency"] = "fire"; c["roles"] = new[] { "operator" }; c["region"] = "other"; }))).Holder!;
        Assert.Equal(("police", "test"), (Assert.Single(holder.FindAll("agency")).Value, Assert.Single(holder.FindAll("region")).Value));
        Assert.Equal("duty-officer", Assert.Single(holder.FindAll("roles")).Value);
        Assert.Contains("org must be there", await FaultAsync(police.Token("police", c => c["aud"] = "urn:region")), StringComparison.Ordinal);
        Assert.Contains("as one text", await FaultAsync(police.Token("", c => { InWordsOfPolice(c); c["org"] = new[] { "police" }; })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Agency", "police"), InlineData("AGENCY", "police"), InlineData("Sub", "x"), InlineData("Client_id", "x"), InlineData("Iat", "1"), InlineData("Jti", "x"), InlineData("Region", "other")]
    public async Task What_differs_from_a_name_of_ours_in_case_alone_is_no_token(string name, string value)
    {
        Assert.Contains("could be read for another", await FaultAsync(Capital(fire, "fire")), StringComparison.Ordinal);
        Assert.Contains("could be read for another", await FaultAsync(Capital(own, "harbour")), StringComparison.Ordinal);

        // Before the others, where a reader that heeds no case would find it first.
        string Capital(SigningProvider by, string agency) => by.Token(agency, c =>
        {
            var rest = c.ToList();
            c.Clear();
            c[name] = value;
            foreach (var (key, said) in rest) c[key] = said;
        });
    }

    [Fact]
    public async Task A_role_in_capitals_is_none()
    {
        Assert.Contains("could be read for another", await FaultAsync(fire.Token("fire", c => c["Roles"] = new[] { "operator" })), StringComparison.Ordinal);
        var holder = (await CheckAsync(fire.Token("fire"))).Holder!;
        Assert.Equal((null, 0), (holder.FindFirst("Sub"), holder.FindAll("ROLES").Count()));
    }

    [Fact]
    public async Task Each_has_its_own_audience()
    {
        Assert.Contains("Audience", await FaultAsync(police.Token("", c => { InWordsOfPolice(c); c["aud"] = "coordination"; })), StringComparison.Ordinal);
        Assert.Contains("Audience", await FaultAsync(fire.Token("fire", c => c["aud"] = "urn:region")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_away_keeps_nobody_out_but_its_own()
    {
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => CheckAsync(away.Token("water")));
        Assert.Equal(("fire:zhang", "fire"), await WhoAsync(fire.Token("fire")));
    }

    private static void InWordsOfPolice(Dictionary<string, object> claims)
    {
        foreach (var ours in (string[])["agency", "region", "roles"]) claims.Remove(ours);
        (claims["aud"], claims["org"], claims["https://police.example/region"], claims["groups"]) = ("urn:region", "police", "test", new[] { "duty-officer" });
    }

    private Task<TokenVerdict> CheckAsync(string token) => check.CheckAsync($"Bearer {token}", null, TestContext.Current.CancellationToken);

    private async Task<string> FaultAsync(string token) => (await CheckAsync(token)).Fault ?? "it was let in";

    private async Task<(string?, string?)> WhoAsync(string token)
    {
        var verdict = await CheckAsync(token);
        return verdict.Holder is { } holder ? (holder.FindFirst("sub")?.Value, holder.FindFirst("agency")?.Value) : (verdict.Fault, null);
    }
}
