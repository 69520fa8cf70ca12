using Coordination.Contracts.Tokens;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Unit.Identity;

public sealed class LocalIssuerTests
{
    [Fact]
    public async Task A_process_that_listens_to_other_machines_takes_nothing_from_the_local_issuer_wherever_it_finds_it()
    {
        var folder = Directory.CreateTempSubdirectory("coordination-issuer").FullName;
        await using (var issuer = await RunningIssuer.StartAsync(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["COORDINATION_DATA"] = folder, ["COORDINATION_REGION"] = "test", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        }).Build(), TimeProvider.System))
        {
            var token = $"Bearer {issuer.Issuer.Token("fire", ["integration"], "fire-1")}";
            Assert.NotNull((await CheckAsync(isLoopback: true)).Holder);
            Assert.Contains("listens to other machines", (await Assert.ThrowsAsync<IssuerUnavailableException>(() => CheckAsync(isLoopback: false))).Message, StringComparison.Ordinal);

            Task<TokenVerdict> CheckAsync(bool isLoopback) =>
                TokenCheck.Of("test", [new($"{issuer.Address}/issuer")], isLoopback, TimeProvider.System).CheckAsync(token, null, TestContext.Current.CancellationToken);
        }
        Directory.Delete(folder, recursive: true);
    }
}
