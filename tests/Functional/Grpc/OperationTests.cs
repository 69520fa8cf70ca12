using System.Text;
using System.Text.Json;
using Coordination.Contracts;
using Coordination.Rpc.Exchange.V1;
using Coordination.Rpc.Intake.V1;
using Coordination.Tests.Functional.Intake;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Health.V1;

namespace Coordination.Tests.Functional.Grpc;

/// <summary>The use cases over gRPC are the use cases over HTTP.</summary>
public abstract class OperationTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : OperationTests(region), IClassFixture<EmbeddedRegion>
    {
        // Each process tells its own health; the gateway hands only the services' methods on.
        [Fact]
        public async Task Health_is_told_without_a_token()
        {
            var health = new Health.HealthClient(region.Calls(null));
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await health.CheckAsync(new() { Service = "coordination.intake.v1.Reports" })).Status);
            Assert.Equal(StatusCode.NotFound, (await RefusedAsync(() => health.CheckAsync(new() { Service = "no.such" }).ResponseAsync)).StatusCode);
            using var watch = health.Watch(new());
            Assert.True(await watch.ResponseStream.MoveNext(default));
            using var absent = health.Watch(new() { Service = "no.such" });
            Assert.True(await absent.ResponseStream.MoveNext(default));
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.ServiceUnknown, absent.ResponseStream.Current.Status);
        }
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : OperationTests(region);

    private static readonly string[] Sender = [Roles.Reporter];

    [Fact]
    public async Task A_report_sent_over_grpc_is_the_report_that_http_shows()
    {
        var sent = await Reports(Desk.Township, Sender).ReceiveReportAsync(Report("first"));
        var shown = await region.As(Desk.County, Roles.DutyOfficer).GetJsonAsync($"/v1/reports/{sent.Id}");
        Assert.Equal((sent.State, sent.Version, sent.Place.AreaCode), (shown.Text("state"), shown.GetProperty("version").GetInt32(), shown.GetProperty("place").Text("areaCode")));
        Assert.Equal(sent.KnownAt.ToDateTimeOffset(), shown.GetProperty("knownAt").GetDateTimeOffset());
        var seen = await Reports(Desk.County, Roles.DutyOfficer).AcknowledgeReportAsync(new() { Id = sent.Id, IdempotencyKey = "seen" });
        Assert.NotNull(seen.AcknowledgedAt);
    }

    [Fact]
    public async Task A_call_that_is_repeated_with_its_key_has_its_effect_once()
    {
        var reports = Reports(Desk.Township, Sender);
        var once = Report("again");
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await reports.ReceiveReportAsync(once)).Id));
        Assert.Single(ids.Distinct());
        var other = once.Clone();
        other.Place.AreaCode = "220222";
        Assert.Equal(StatusCode.InvalidArgument, (await RefusedAsync(() => reports.ReceiveReportAsync(other).ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task A_refusal_names_the_field_and_the_rule_as_over_http()
    {
        var wrong = Report("wrong");
        wrong.Kind = "Rumour";
        var refused = await RefusedAsync(() => Reports(Desk.Township, Sender).ReceiveReportAsync(wrong).ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.StartsWith("/kind: ", refused.Status.Detail, StringComparison.Ordinal);
        var problem = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(refused.Trailers.Single(t => t.Key == "problem-bin").ValueBytes));
        Assert.StartsWith("urn:coordination:problem:", problem.Text("type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_calls_without_a_token_a_role_or_a_key()
    {
        Assert.Equal(StatusCode.Unauthenticated, (await RefusedAsync(() => new Reports.ReportsClient(region.Calls(null)).ReceiveReportAsync(Report("x")).ResponseAsync)).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await RefusedAsync(() => Reports(Desk.Township, Roles.Auditor).ReceiveReportAsync(Report("x")).ResponseAsync)).StatusCode);
        var without = Report("x");
        without.ClearIdempotencyKey();
        var refused = await RefusedAsync(() => Reports(Desk.Township, Sender).ReceiveReportAsync(without).ResponseAsync);
        Assert.Contains("Idempotency-Key", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(StatusCode.NotFound, (await RefusedAsync(() => Reports(Desk.County, Roles.DutyOfficer).AcknowledgeReportAsync(new() { Id = Guid.NewGuid().ToString(), IdempotencyKey = "none" }).ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task A_subscription_resumes_after_its_last_position_and_goes_on_with_what_is_new()
    {
        var events = new Events.EventsClient(region.Calls(Desk.County, Roles.Integration));
        var reports = Reports(Desk.Township, Sender);
        var ids = new List<string>();
        for (var n = 0; n < 3; n++) ids.Add((await reports.ReceiveReportAsync(Report($"stream-{n}"))).Id);
        var all = await TakeAsync(events, null, e => ids.Contains(e.Text("reportId")), 3);
        var rest = await TakeAsync(events, all[0].Position, e => ids.Contains(e.Text("reportId")), 2);
        Assert.Equal(all.Skip(1).Select(e => e.Position), rest.Select(e => e.Position));

        using var live = events.Subscribe(new() { Type = "intake.report-received.v1", After = $"{all[^1].Position}" });
        var late = (await reports.ReceiveReportAsync(Report("late"))).Id;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        do Assert.True(await live.ResponseStream.MoveNext(limit.Token));
        while (Data(live.ResponseStream.Current).Text("reportId") != late);
        Assert.Equal(StatusCode.PermissionDenied, (await RefusedAsync(() => new Events.EventsClient(region.Calls("fire", Roles.Reporter)).Subscribe(new()).ResponseStream.MoveNext(default))).StatusCode);
    }

    private Reports.ReportsClient Reports(string agency, params string[] roles) => new(region.Calls(agency, roles));

    private static async Task<List<EventAt>> TakeAsync(Events.EventsClient events, long? after, Func<JsonElement, bool> wanted, int count)
    {
        var request = new SubscribeRequest { Type = "intake.report-received.v1" };
        if (after is { } position) request.After = $"{position}";
        using var call = events.Subscribe(request);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var taken = new List<EventAt>();
        while (taken.Count < count && await call.ResponseStream.MoveNext(limit.Token))
            if (wanted(Data(call.ResponseStream.Current))) taken.Add(call.ResponseStream.Current);
        return taken;
    }

    private static JsonElement Data(EventAt e) => JsonSerializer.Deserialize<JsonElement>(e.CloudEvent.Fields["data"].ToString());

    private static Task<RpcException> RefusedAsync(Func<Task> call) => Assert.ThrowsAsync<RpcException>(call);

    private static ReceiveReportRequest Report(string key) => new()
    {
        IdempotencyKey = key,
        Kind = "Initial",
        Source = "Agency",
        Channel = "Online",
        ToAgency = Desk.County,
        Category = "NaturalDisaster",
        Place = new() { AreaCode = $"22{Random.Shared.Next(1000, 9999)}", Latitude = 43.6, Longitude = 126.5 },
        KnownAt = new() { Seconds = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeSeconds() },
        Tier = "Township",
        ToTier = "County",
        Content = new()
        {
            EventKind = "FloodOrDrought", EventCode = "11A01", SuspectedGrade = "Considerable", OccurredAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(-30)),
            Casualties = { new CasualtyCount { Kind = "Dead", Count = 0 }, new CasualtyCount { Kind = "Missing", Count = 0 } },
        },
    };
}
