using System.Net;
using System.Net.Http.Headers;
using Coordination.Contracts;
using Coordination.Rpc;
using Coordination.Rpc.Exchange.V1;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Platform;
using Grpc.Core;

namespace Coordination.Tests.Functional.Identity;

/// <summary>Access that is ended before its time: in every service, at once, for good.</summary>
public abstract class EndedAccessTests(Region region)
{
    private static readonly string[] Doors = ["/v1/incidents", "/v1/reports", "/v1/agencies/fire/units", "/v1/events", "/v1/alerts"];

    public sealed class Embedded(EmbeddedRegion region) : EndedAccessTests(region), IClassFixture<EmbeddedRegion>
    {
        private readonly EmbeddedRegion embedded = region;

        [Fact]
        public async Task A_restart_forgets_no_ending()
        {
            var gone = Token("restart-1");
            await EndAsync("Subject", "restart-1");
            await ClosedAsync(gone);
            await embedded.RestartAsync();
            Assert.All(await StatesAsync(gone), s => Assert.Equal(HttpStatusCode.Unauthorized, s));
        }

        [Fact]
        public async Task A_client_that_is_ended_gets_in_with_no_token_however_new()
        {
            await EndAsync("Client", "stolen-cad");
            await ClosedAsync(OfClient("stolen-cad"));
            await OpenAsync(OfClient("other-cad"));
        }

        private string OfClient(string client) => embedded.Running.Issuer!.Token("fire", Both, "cad-1", client);
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : EndedAccessTests(region);

    private static string[] Both => [Roles.DutyOfficer, Roles.Integration];

    private ApiClient Operator => region.AsPerson("operator-1", "region", Roles.Operator);

    [Fact]
    public async Task A_person_who_left_is_let_in_nowhere_and_signs_in_again_only_with_a_new_token()
    {
        var (gone, stays) = (Token("leaver-1"), Token("stayer-1"));
        await OpenAsync(gone);
        var end = await EndAsync("Subject", "leaver-1");
        await ClosedAsync(gone);
        await OpenAsync(stays);
        // Moments of issue are whole seconds: one of the next is another.
        await ProbeRegion.UntilAsync(async () => (await StatesAsync(Token("leaver-1"))).All(s => s == HttpStatusCode.OK));

        using var restored = await Operator.PostAsync($"/v1/access-ends/{end}/restore", ifMatch: 1);
        Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
        await ProbeRegion.UntilAsync(async () => (await StatesAsync(gone)).All(s => s == HttpStatusCode.OK));
    }

    [Fact]
    public async Task One_token_is_ended_and_the_persons_others_are_not()
    {
        var (lost, kept) = (Token("loser-1"), Token("loser-1"));
        await EndAsync("Token", TestProvider.Parts(lost, 1)["jti"]!.GetValue<string>());
        await ClosedAsync(lost);
        await OpenAsync(kept);
    }

    [Fact]
    public async Task An_open_stream_ends_with_the_access_to_it()
    {
        var token = Token("listener-1");
        using var http = new HttpClient { BaseAddress = region.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var reading = answer.Content.ReadAsStringAsync();
        using var channel = RpcChannel.ForAddress(region.GrpcAddress, _ => Task.FromResult(token));
        using var call = new Events.EventsClient(channel.CreateCallInvoker()).Subscribe(new() { Bookmarks = true });
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        await EndAsync("Subject", "listener-1");
        await reading;
        var cut = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)) { }
        });
        Assert.Equal(StatusCode.Unavailable, cut.StatusCode);
    }

    [Fact]
    public async Task Only_the_operator_ends_access_only_in_life_and_what_was_ended_is_not_read_by_others()
    {
        var body = new { kind = "Subject", value = "nobody-1", basis = "test" };
        using var refused = await new ApiClient(region.Address, Token("fire-1")).PostAsync("/v1/access-ends", body);
        await refused.ProblemAsync(403, "role-required");
        using var odd = await Operator.PostAsync("/v1/access-ends", new { kind = "Certificate", value = "AA:BB", basis = "test" });
        await odd.ProblemAsync(400, "thumbprint");
        await EndAsync("Subject", "nobody-1");
        await region.QuietAsync();
        var list = await Operator.GetJsonAsync("/v1/access-ends?limit=200");
        Assert.DoesNotContain("nobody-1", list.ToString(), StringComparison.Ordinal);
        var log = await new ApiClient(region.Address, Token("fire-1")).GetJsonAsync("/v1/events?type=command.access-ended.v1");
        Assert.Equal(0, log.GetProperty("items").GetArrayLength());
    }

    private string Token(string subject) => region.AsPerson(subject, "fire", Both).Http.DefaultRequestHeaders.Authorization!.Parameter!;

    private async Task<Guid> EndAsync(string kind, string value)
    {
        using var answer = await Operator.PostAsync("/v1/access-ends", new { kind, value, basis = "left the brigade" });
        return (await answer.JsonAsync()).Id();
    }

    private async Task OpenAsync(string token) => Assert.All(await StatesAsync(token), s => Assert.Equal(HttpStatusCode.OK, s));

    /// <summary>Where it was ended with the answer, elsewhere as soon as it was heard.</summary>
    private async Task ClosedAsync(string token)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await StatesAsync(token))[0]);
        await ProbeRegion.UntilAsync(async () => (await StatesAsync(token)).All(s => s == HttpStatusCode.Unauthorized));
    }

    private async Task<List<HttpStatusCode>> StatesAsync(string token)
    {
        var states = new List<HttpStatusCode>();
        foreach (var door in Doors)
        {
            using var answer = await new ApiClient(region.Address, token).GetAsync(door);
            states.Add(answer.StatusCode);
        }
        return states;
    }
}
