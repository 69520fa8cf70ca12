using Coordination.Contracts;
using Coordination.Rpc.Command.V1;
using Coordination.Rpc.Intake.V1;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Resources;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Supply = Coordination.Rpc.Resources.V1;

namespace Coordination.Tests.Functional.Grpc;

/// <summary>What an agency's own system does all day, over gRPC alone: orders given and carried out, resources asked for, offered, committed and sent.</summary>
public abstract class IntegratorTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : IntegratorTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : IntegratorTests(region);

    [Fact]
    public async Task An_order_is_written_issued_and_carried_out_and_another_declined()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = $"{await scene.IncidentAsync()}";
        var within = new Metadata { { "coordination-exercise", $"{scene.Exercise}" } };
        var (county, fire) = (Orders("county"), Orders("fire"));
        Assert.Equal(incident, (await new Incidents.IncidentsClient(region.Calls("county", Roles.Commander)).ReadIncidentAsync(new() { Id = incident }, within)).Id);

        var draft = await county.WriteOrderAsync(new() { IdempotencyKey = Key(), IncidentId = incident, Task = Boats(), Draft = true }, within);
        Assert.Equal(StatusCode.NotFound, (await RefusedAsync(() => fire.DeliverOrderAsync(new() { IdempotencyKey = Key(), Id = draft.Id }, within))).StatusCode);
        var issued = await county.IssueOrderAsync(new() { IdempotencyKey = Key(), Id = draft.Id, Version = draft.Version }, within);
        Assert.Equal("Issued", issued.State);
        await region.QuietAsync(scene.Exercise);
        await fire.DeliverOrderAsync(new() { IdempotencyKey = Key(), Id = draft.Id }, within);
        var order = await fire.AcknowledgeOrderAsync(new() { IdempotencyKey = Key(), Id = draft.Id }, within);
        order = await fire.AcceptOrderAsync(new() { IdempotencyKey = Key(), Id = order.Id, Version = order.Version }, within);
        order = await fire.StartOrderAsync(new() { IdempotencyKey = Key(), Id = order.Id, Version = order.Version }, within);
        await fire.ReportProgressAsync(new() { IdempotencyKey = Key(), Id = order.Id, Percent = 60 }, within);
        order = await county.ReadOrderAsync(new() { Id = order.Id }, within);
        Assert.Equal(("InProgress", 60), (order.State, order.Percent));
        Assert.Equal("Completed", (await fire.CompleteOrderAsync(new() { IdempotencyKey = Key(), Id = order.Id, Version = order.Version }, within)).State);

        var other = await county.WriteOrderAsync(new() { IdempotencyKey = Key(), IncidentId = incident, Task = Boats() }, within);
        await fire.DeliverOrderAsync(new() { IdempotencyKey = Key(), Id = other.Id }, within);
        other = await fire.AcknowledgeOrderAsync(new() { IdempotencyKey = Key(), Id = other.Id }, within);
        Assert.Equal(StatusCode.InvalidArgument, (await RefusedAsync(() => fire.DeclineOrderAsync(new() { IdempotencyKey = Key(), Id = other.Id, Version = other.Version, Reason = "Lazy" }, within))).StatusCode);
        Assert.Equal("Declined", (await fire.DeclineOrderAsync(new() { IdempotencyKey = Key(), Id = other.Id, Version = other.Version, Reason = "NoCapacity" }, within)).State);
        var listed = await county.ListOrdersAsync(new() { Incident = incident }, within);
        Assert.Equal([draft.Id, other.Id], listed.Items.Select(o => o.Id));

        var many = new OrderToMany { Kind = "Rescue", Instruction = "Boats to the bridge" };
        many.To.AddRange(((string[])["fire", "navy"]).Select(a => new OrderRecipient { ToAgency = a, AddresseeKind = "Agency", Addressee = a }));
        var group = await county.IssueOrdersAsync(new() { IdempotencyKey = Key(), IncidentId = incident, Order = many }, within);
        await fire.DeliverOrderAsync(new() { IdempotencyKey = Key(), Id = group.Orders[0].Id }, within);
        Assert.Equal("fire", (await fire.AcknowledgeOrderAsync(new() { IdempotencyKey = Key(), Id = group.Orders[0].Id }, within)).AcknowledgedBy);
        group = await county.ReadOrderGroupAsync(new() { Id = group.Id }, within);
        Assert.Equal((2, 1, 1), (group.RollUp.Orders, group.RollUp.UnderWay, group.RollUp.Unanswered));
        var next = await county.SupersedeOrdersAsync(new() { IdempotencyKey = Key(), Id = group.Id, Version = group.Version, Order = many }, within);
        next = await county.CancelOrdersAsync(new() { IdempotencyKey = Key(), Id = next.Id, Version = next.Version, Reason = "NotNeeded" }, within);
        Assert.Equal(2, next.RollUp.TakenBack);
    }

    [Fact]
    public async Task A_request_is_asked_for_offered_committed_sent_and_checked_in_and_a_repeated_step_has_its_effect_once()
    {
        var (city, neighbour) = (Resources("police"), Resources("fire"));
        var boats = await new Book((a, roles) => region.As(a, roles), "fire").UnitAsync("assault-boat", 6);
        var request = await city.DraftRequestAsync(new()
        {
            IdempotencyKey = Key(), Agency = "police", Level = "II", IncidentId = $"{Guid.NewGuid()}",
            Lines = { new Supply.DraftLine { TypeCode = "assault-boat", Quantity = 6, Mission = "Evacuation", NeedBy = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(6)) } },
        });
        request = await city.SubmitRequestAsync(new() { IdempotencyKey = Key(), Agency = "police", Id = request.Id, Version = request.Version });
        request = await city.ApproveLineAsync(new() { IdempotencyKey = Key(), Agency = "police", Id = request.Id, Version = request.Version, Number = 1, Quantity = 6 });
        request = await city.AskAgencyAsync(new() { IdempotencyKey = Key(), Agency = "police", Id = request.Id, Version = request.Version, Number = 1, ToAgency = "fire", Relation = "Peer", Quantity = 6 });
        await region.QuietAsync();
        var ask = Assert.Single((await neighbour.ListAsksAsync(new() { Agency = "fire", RequestId = request.Id })).Items);
        var offer = await neighbour.OfferResourcesAsync(new() { IdempotencyKey = Key(), Agency = "fire", Id = ask.Id, Quantity = 6, UnitId = boats });
        await region.QuietAsync();
        var fill = await city.ReadFillAsync(new() { Agency = "police", Id = offer.Id });
        fill = await city.SelectOfferAsync(new() { IdempotencyKey = Key(), Agency = "police", Id = fill.Id, Version = fill.Version });
        await city.OrderFillAsync(new() { IdempotencyKey = Key(), Agency = "police", Id = fill.Id, Version = fill.Version });
        await region.QuietAsync();

        offer = await neighbour.ReadOfferAsync(new() { Agency = "fire", Id = offer.Id });
        var commit = new Supply.CommitFillRequest { IdempotencyKey = Key(), Agency = "fire", Id = offer.Id, Version = offer.Version };
        var versions = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await neighbour.CommitFillAsync(commit)).Version));
        offer = await neighbour.ReadOfferAsync(new() { Agency = "fire", Id = offer.Id });
        Assert.Equal([offer.Version], versions.Distinct());
        Assert.Equal("Confirmed", offer.Reservation);
        offer = await neighbour.MobilizeFillAsync(new() { IdempotencyKey = Key(), Agency = "fire", Id = offer.Id, Version = offer.Version });
        offer = await neighbour.DepartFillAsync(new() { IdempotencyKey = Key(), Agency = "fire", Id = offer.Id, Version = offer.Version, Eta = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(40)) });
        await neighbour.ReportFillAsync(new() { IdempotencyKey = Key(), Agency = "fire", Id = offer.Id, Version = offer.Version, Eta = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(25)) });
        await region.QuietAsync();
        fill = await city.ReadFillAsync(new() { Agency = "police", Id = offer.Id });
        Assert.Equal("Arrived", (await city.CheckInFillAsync(new() { IdempotencyKey = Key(), Agency = "police", Id = fill.Id, Version = fill.Version })).Deployment);
        Assert.Equal(6, Assert.Single((await city.ReadRequestAsync(new() { Agency = "police", Id = request.Id })).Lines).Committed);
    }

    [Fact]
    public async Task A_report_is_read_by_those_it_concerns()
    {
        var id = (await region.Sender().SendAsync()).GetProperty("id").GetString()!;
        Assert.Equal(id, (await new Reports.ReportsClient(region.Calls(Desk.County, Roles.DutyOfficer)).ReadReportAsync(new() { Id = id })).Id);
        Assert.Equal(StatusCode.NotFound, (await RefusedAsync(() => new Reports.ReportsClient(region.Calls("stranger", Roles.DutyOfficer)).ReadReportAsync(new() { Id = id }))).StatusCode);
    }

    private Orders.OrdersClient Orders(string agency) => new(region.Calls(agency, Roles.Commander));

    private Supply.Resources.ResourcesClient Resources(string agency) => new(region.Calls(agency, Roles.Logistics, Roles.Commander));

    private static OrderTask Boats() => new()
    {
        Kind = "Rescue", Instruction = "Bring boats to the bridge", ToAgency = "fire", AddresseeKind = "Agency", Addressee = "fire", AlternateAgency = "fire-2", SuperiorAgency = "fire-city",
    };

    private static string Key() => $"{Guid.NewGuid()}";

    private static Task<RpcException> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => Assert.ThrowsAsync<RpcException>(async () => await call());
}
