using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>Events reach an agency's endpoint: signed, in order for each incident, at least once, whatever the region does meanwhile.</summary>
public abstract class WebhookTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : WebhookTests(region), IClassFixture<EmbeddedRegion>
    {
        protected override Task InterruptAsync() => region.RestartAsync();

        [Fact]
        public async Task A_secret_stands_nowhere_in_the_files_of_the_region()
        {
            await using var receiver = await Receiver.StartAsync();
            var station = new Station(region);
            var key = Guid.NewGuid().ToString();
            var body = new { name = "desk", kind = "Webhook", url = receiver.Url, filter = station.Filter };
            using var made = await station.Api.PostAsync("/v1/subscriptions", body, key: key);
            using var again = await station.Api.PostAsync("/v1/subscriptions", body, key: key);
            var secret = (await made.JsonAsync()).Text("secret");
            Assert.Equal(secret, (await again.JsonAsync()).Text("secret"));
            await region.RestartAsync();
            foreach (var file in Directory.EnumerateFiles(region.Folder, "exchange*", SearchOption.AllDirectories))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
                Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret["whsec_".Length..])) < 0, file);
            }
        }
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : WebhookTests(region)
    {
        protected override Task InterruptAsync() => region.KillAsync("exchange");
    }

    /// <summary>Stops what delivers, in the way that its shape allows.</summary>
    protected abstract Task InterruptAsync();

    [Fact]
    public async Task Events_arrive_in_order_as_cloud_events_signed_with_the_secret()
    {
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        var report = Guid.Parse(await station.ReportAsync());
        var subscription = await station.SubscribeToAsync(receiver, report);
        await TriageAsync(report);
        await receiver.HearsAsync(p => p.Count >= 3);
        // More may arrive while it is looked at.
        var heard = receiver.Parcels;
        Assert.All(heard, p =>
        {
            Assert.Equal("application/cloudevents+json", p.Headers["content-type"]);
            Assert.Equal((p.Event.GetProperty("id").GetString(), report.ToString()), (p.Id, p.Subject));
            Assert.Equal(Signature(subscription.Text("secret"), p), p.Headers["webhook-signature"]);
        });
        Assert.Equal(heard.Select(p => p.Position).Order(), heard.Select(p => p.Position));
        Assert.Equal(heard.Count, heard.Select(p => p.Id).Distinct().Count());
        Assert.False((await station.ReadAsync(subscription)).TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task An_event_that_is_refused_holds_up_its_own_incident_and_comes_again_under_the_same_id()
    {
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        var (first, second) = (Guid.Parse(await station.ReportAsync()), Guid.Parse(await station.ReportAsync()));
        var refusals = 0;
        receiver.Answer = (p, http) => p.Subject == first.ToString() && Interlocked.Increment(ref refusals) == 1 ? Receiver.Status(500)(p, http) : Task.CompletedTask;
        var subscription = await station.SubscribeToAsync(receiver, first, second);
        await TriageAsync(first);
        await receiver.HearsAsync(p => p.Any(x => x.Subject == first.ToString()));
        await TriageAsync(second);
        await receiver.HearsAsync(p => p.Count(x => x.Subject == second.ToString()) >= 3);
        await receiver.HearsAsync(p => p.Count(x => x.Subject == first.ToString()) >= 4);
        var own = receiver.Parcels.Where(p => p.Subject == first.ToString()).ToList();
        Assert.Equal(own[0].Id, own[1].Id);
        Assert.Equal(own.Skip(1).Select(p => p.Position).Order(), own.Skip(1).Select(p => p.Position));
        Assert.Equal(own.Count - 1, own.Select(p => p.Id).Distinct().Count());
        await ProbeRegion.UntilAsync(async () => (await station.ReadAsync(subscription)).GetProperty("waiting").GetInt32() == 0);
        var attempts = (await station.DeliveriesAsync(subscription)).Where(d => d.Text("eventId") == own[0].Id).ToList();
        Assert.Equal([(1, 500), (2, 204)], attempts.Select(d => (d.GetProperty("attempt").GetInt32(), d.GetProperty("status").GetInt32())));
        Assert.True(attempts[0].GetProperty("nextAt").GetDateTimeOffset() > attempts[0].GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_happens_to_the_one_incident_while_its_first_event_waits_is_not_lost()
    {
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        var report = Guid.Parse(await station.ReportAsync());
        var refusals = 0;
        receiver.Answer = (p, http) => Interlocked.Increment(ref refusals) == 1 ? Receiver.Status(500)(p, http) : Task.CompletedTask;
        var subscription = await station.SubscribeToAsync(receiver, report);
        await region.Officer().DecideAsync($"/v1/reports/{report}", "triage", new { priority = "Urgent" });
        await station.EndsAsync(subscription, "Answered", 500);
        await region.Officer().DecideAsync($"/v1/reports/{report}", "begin-verification");
        await region.Officer().DecideAsync($"/v1/reports/{report}", "verify", new { });
        await region.QuietAsync();
        await receiver.HearsAsync(p => p.Select(x => x.Id).Distinct().Count() >= 3);
        await ProbeRegion.UntilAsync(async () => (await station.ReadAsync(subscription)).GetProperty("waiting").GetInt32() == 0);
        var log = (await station.Api.GetJsonAsync($"/v1/events?subject={report}&type=intake.*&limit=200")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("event").Text("id")).ToList();
        var given = receiver.Parcels.Select(p => p.Id).Distinct().ToList();
        Assert.Equal(log.SkipWhile(id => id != given[0]), given);
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_old_one()
    {
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        var subscription = await station.SubscribeAsync(receiver);
        var rotated = await station.DecideAsync(subscription, "secret");
        Assert.NotEqual(subscription.Text("secret"), rotated.Text("secret"));
        await station.ReportAsync();
        await receiver.HearsAsync(p => p.Count > 0);
        var parcel = receiver.Parcels[0];
        Assert.Equal($"{Signature(rotated.Text("secret"), parcel)} {Signature(subscription.Text("secret"), parcel)}", parcel.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task What_happens_during_a_pause_arrives_after_it()
    {
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        var subscription = await station.SubscribeAsync(receiver);
        Assert.Equal("Paused", (await station.DecideAsync(subscription, "pause")).Text("state"));
        var missed = new[] { await station.ReportAsync(), await station.ReportAsync() };
        await region.QuietAsync();
        var before = receiver.Parcels.Count;
        await station.DecideAsync(subscription, "resume");
        await receiver.HearsAsync(p => missed.All(m => p.Any(x => x.Subject == m)));
        Assert.Equal((0, 2), (before, receiver.Parcels.Count));
    }

    [Fact]
    public async Task Nothing_is_lost_when_what_delivers_is_stopped_in_the_middle()
    {
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        await station.SubscribeAsync(receiver);
        var sent = new List<string> { await station.ReportAsync(), await station.ReportAsync() };
        await receiver.HearsAsync(p => p.Count > 0);
        await InterruptAsync();
        await ProbeRegion.UntilAsync(async () =>
        {
            using var answer = await station.Api.GetAsync("/v1/subscriptions");
            return answer.IsSuccessStatusCode;
        });
        sent.Add(await station.ReportAsync());
        await receiver.HearsAsync(p => sent.All(s => p.Any(x => x.Subject == s)));
        Assert.Equal(sent.Count, receiver.Parcels.Select(p => p.Id).Distinct().Count());
    }

    private async Task TriageAsync(Guid report)
    {
        await region.Officer().DecideAsync($"/v1/reports/{report}", "triage", new { priority = "Urgent" });
        await region.Officer().DecideAsync($"/v1/reports/{report}", "begin-verification");
        await region.Officer().DecideAsync($"/v1/reports/{report}", "verify", new { });
    }

    private static string Signature(string secret, Parcel parcel) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]), (byte[])[.. Encoding.UTF8.GetBytes($"{parcel.Id}.{parcel.Headers["webhook-timestamp"]}."), .. parcel.Body]));
}
