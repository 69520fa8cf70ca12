using Coordination.Contracts.Tokens;

namespace Coordination.Tests.Unit.Identity;

public sealed class AgencyOfTokenTests
{
    private readonly SigningProvider provider = new("https://login.region.example", TimeProvider.System);

    public static TheoryData<string> EveryRole => [.. Coordination.Contracts.Roles.All];

    [Theory, MemberData(nameof(EveryRole))]
    public async Task A_role_without_an_agency_is_nobodys(string role)
    {
        var check = new TokenCheck("test", [new(new(provider.Issuer!) { Issuer = provider.Issuer }, provider)], TimeProvider.System);
        Assert.NotNull((await CheckAsync(_ => { })).Holder);
        foreach (var change in (Action<Dictionary<string, object>>[])[c => c.Remove("agency"), c => c["agency"] = "", c => c["agency"] = " "])
            Assert.Contains("agency", (await CheckAsync(change)).Fault, StringComparison.Ordinal);

        Task<TokenVerdict> CheckAsync(Action<Dictionary<string, object>> change) =>
            check.CheckAsync($"Bearer {provider.Token("harbour", c => { c["roles"] = new[] { role }; change(c); })}", null, TestContext.Current.CancellationToken);
    }
}
