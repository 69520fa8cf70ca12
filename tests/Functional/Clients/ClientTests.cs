using Coordination.Client;
using Coordination.Client.Events;
using Coordination.Client.Incidents;
using Coordination.Client.Orders;
using Coordination.Client.Reports;
using Coordination.Client.Requests;
using Coordination.Client.Tokens;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.Clients;

/// <summary>The typed client at work on a region.</summary>
public sealed class ClientTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>, IDisposable
{
    private readonly List<IDisposable> open = [];

    [Fact]
    public async Task A_report_is_sent_acknowledged_and_found_again()
    {
        var desk = Agency();
        var sent = await As("township", Roles.Reporter).Reports.SendAsync(Report(desk));
        var officer = As(desk, Roles.DutyOfficer);
        var acknowledged = await officer.Reports.AcknowledgeAsync(sent.Id);
        Assert.NotNull(acknowledged.AcknowledgedAt);
        Assert.Equal([(CasualtyKind.Missing, 2)], acknowledged.Content.Casualties!.Select(c => (c.Kind, c.Count)));
        Assert.Equal(sent.Id, Assert.Single(await AllAsync(officer.Reports.ListAsync(seriesId: sent.SeriesId))).Id);
        Assert.Equal(acknowledged.Version, (await officer.Reports.GetAsync(sent.Id)).Version);
    }

    [Fact]
    public async Task A_report_whose_answer_is_lost_again_and_again_is_there_once()
    {
        var desk = Agency();
        var sent = await As("township", new LossyWire(losesAnswers: 3), Roles.Reporter).Reports.SendAsync(Report(desk));
        var again = await As("township", Roles.Reporter).Reports.SendAsync(Report(desk, sent.KnownAt), "mine");
        var same = await As("township", Roles.Reporter).Reports.SendAsync(Report(desk, sent.KnownAt), "mine");
        Assert.Equal(again.Id, same.Id);
        Assert.Equal([sent.Id, again.Id], (await AllAsync(As(desk, Roles.DutyOfficer).Reports.ListAsync())).Select(r => r.Id));
    }

    [Fact]
    public async Task A_refusal_names_its_rule_and_the_member_that_is_wrong()
    {
        var report = Report(Agency()) with { Place = new("") };
        var refused = await Assert.ThrowsAsync<ProblemException>(() => As("township", Roles.Reporter).Reports.SendAsync(report));
        Assert.Equal(400, refused.Problem.Status);
        Assert.True(refused.Names("/place/areaCode"), string.Join(", ", refused.Problem.Errors));
        Assert.Equal("role-required", (await Assert.ThrowsAsync<ProblemException>(() => As("township", Roles.Auditor).Reports.SendAsync(Report(Agency())))).Rule);
    }

    [Fact]
    public async Task An_order_is_issued_delivered_acknowledged_and_carried_out_each_step_on_what_was_read()
    {
        var (scene, county, fire) = await SceneAsync();
        var now = await scene.NowAsync();
        var incident = await county.Incidents.OpenAsync(new NewIncident(EventKind.FloodOrDrought, "Songhua river", Scene.County, now, now));
        Assert.True(incident.IsExercise);
        var order = await county.Orders.IssueAsync(incident.Id, new OrderTask(OrderKind.Rescue, "Bring boats to the bridge", "fire", AddresseeKind.Agency, "fire"));
        await fire.Orders.DeliverAsync(order.Id);
        var read = await fire.Orders.AcknowledgeAsync(order.Id);
        var accepted = await fire.Orders.AcceptAsync(read);
        Assert.Equal(412, (await Assert.ThrowsAsync<ProblemException>(() => fire.Orders.DeclineAsync(read, OrderReason.NoCapacity))).Problem.Status);
        var started = await fire.Orders.StartAsync(accepted);
        await fire.Orders.ReportProgressAsync(order.Id, 40);
        var done = await fire.Orders.CompleteAsync(await fire.Orders.GetAsync(order.Id));
        Assert.Equal((OrderState.InProgress, OrderState.Completed), (started.State, done.State));
        Assert.Equal(order.Id, Assert.Single(await AllAsync(county.Orders.ListAsync(incident.Id))).Id);
    }

    [Fact]
    public async Task An_incident_is_opened_confirmed_and_joined_and_its_casualties_are_counted()
    {
        var (scene, county, _) = await SceneAsync();
        var now = await scene.NowAsync();
        var incident = await county.Incidents.OpenAsync(new NewIncident(EventKind.FloodOrDrought, "Songhua river", Scene.County, now, now));
        incident = await county.Incidents.ConfirmAsync(incident);
        incident = await county.Incidents.JoinAsync(incident.Id, "fire");
        var entry = await county.Incidents.CountCasualtiesAsync(incident.Id, new NewCasualties([new(CasualtyKind.Injured, 3)], now, now));
        Assert.Equal((IncidentState.Confirmed, 3), (incident.State, entry.Counts.Single().Count));
        Assert.Contains("fire", incident.Participants);
        Assert.Contains(incident.Id, (await AllAsync(county.Incidents.ListAsync())).Select(i => i.Id));
    }

    [Fact]
    public async Task A_request_is_written_approved_and_put_to_a_neighbour()
    {
        var (logistics, commander) = (As("fire", Roles.Logistics).Requests, As("fire", Roles.Commander).Requests);
        var request = await logistics.DraftAsync("fire", new NewRequest([new NewLine("excavator", 4, MissionKind.Evacuation, DateTimeOffset.UtcNow.AddHours(6))], Guid.NewGuid(), ResponseGrade.II));
        request = await commander.SubmitAsync(request);
        request = await commander.ApproveAsync(request, 1, 3);
        request = await logistics.AskAsync(request, 1, new LineRequest("police", AskRelation.Peer, 3));
        var line = Assert.Single(request.Lines);
        Assert.Equal((3, "police"), (line.Approved, Assert.Single(line.Asks).ToAgency));
        Assert.Contains(request.Id, (await AllAsync(logistics.ListAsync("fire", request.IncidentId))).Select(r => r.Id));
    }

    [Fact]
    public async Task A_stream_that_is_cut_again_and_again_gives_every_event_once_and_in_order()
    {
        var desk = Agency();
        var ids = new List<Guid>();
        for (var i = 0; i < 10; i++) ids.Add((await As("township", Roles.Reporter).Reports.SendAsync(Report(desk))).Id);
        var wire = new LossyWire(cutsStreamsAfter: 5000);
        var reader = As("region", wire, Roles.Operator);
        var (positions, reports) = (new List<long>(), new List<Guid>());
        await foreach (var e in reader.Events.FollowAsync())
        {
            positions.Add(e.Position);
            if (e.Is<ReportReceived>() && e.As<ReportReceived>() is { } received && received.ToAgency == desk) reports.Add(received.ReportId);
            if (reports.Count == ids.Count) break;
        }
        // Reports do not wait for each other on the way.
        Assert.Equal(ids.Order(), reports.Order());
        Assert.Equal(Enumerable.Range(1, positions.Count).Select(p => (long)p), positions);
        Assert.True(wire.Cuts > 1, $"{wire.Cuts} cuts");
        var all = await AllAsync(reader.Events.ReadAsync(filter: new EventFilter(Type: "intake.report-received.v1")));
        Assert.Equal(ids.Order(), all.Where(e => e.As<ReportReceived>().ToAgency == desk).Select(e => e.As<ReportReceived>().ReportId).Order());
    }

    private async Task<(Scene Scene, CoordinationClient County, CoordinationClient Fire)> SceneAsync()
    {
        var scene = await Scene.HeldAsync(region);
        return (scene, As("county", Roles.Commander).In(scene.Exercise!.Value), As("fire", Roles.Commander).In(scene.Exercise.Value));
    }

    private CoordinationClient As(string agency, params string[] roles) => As(agency, new LossyWire(), roles);

    private CoordinationClient As(string agency, LossyWire wire, params string[] roles)
    {
        var http = new HttpClient(wire) { BaseAddress = region.Address };
        var tokens = new TrialTokens(http, agency, roles);
        open.AddRange([tokens, http]);
        return new(http, tokens, new() { FirstPause = TimeSpan.FromMilliseconds(10) });
    }

    private static NewReport Report(string desk, DateTimeOffset? knownAt = null) => new(
        ReportKind.Initial, ReportSource.Agency, ReportChannel.Online, desk, IncidentCategory.NaturalDisaster, new("220221", 43.6, 126.5), knownAt ?? DateTimeOffset.UtcNow.AddMinutes(-10),
        new(OccurredAt: (knownAt ?? DateTimeOffset.UtcNow).AddMinutes(-30), EventKind: EventKind.FloodOrDrought, EventCode: "11A01", Casualties: [new(CasualtyKind.Missing, 2)]),
        JurisdictionTier.Township, JurisdictionTier.County);

    private static string Agency() => $"desk-{Random.Shared.Next(1_000_000)}";

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }

    public void Dispose() => open.ForEach(o => o.Dispose());
}
