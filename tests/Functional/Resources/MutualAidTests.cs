using Coordination.Contracts;
using Coordination.Tests.Functional.Drills;
using Grpc.Core;
using Supply = Coordination.Rpc.Resources.V1.Resources;

namespace Coordination.Tests.Functional.Resources;

/// <summary>Mutual aid between agencies whose books one instance keeps.</summary>
public abstract class MutualAidTests(Region region) : MutualAid
{
    public sealed class Embedded(EmbeddedRegion region) : MutualAidTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : MutualAidTests(region);

    private protected override Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);

    protected override Task QuietAsync() => region.QuietAsync();
}

/// <summary>The same between instances that meet by events only, on the same path.</summary>
public sealed class MutualAidBetweenInstancesTests(AgencyInstances instances) : MutualAid, IClassFixture<AgencyInstances>
{
    /// <summary>Between processes: each with its database role and its queue, behind the gateway.</summary>
    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : MutualAid
    {
        private protected override Book City => Of(OwnBooks.City);

        private protected override Book Neighbour => Of(OwnBooks.Neighbour);

        private protected override Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);

        protected override Task QuietAsync() => region.QuietAsync();

        [Fact]
        public async Task A_grpc_call_finds_the_agencys_own_instance()
        {
            var units = new Supply.ResourcesClient(region.Calls(OwnBooks.City, Roles.Logistics));
            var unit = await City.UnitAsync("assault-boat", 3);
            var listed = await units.ListUnitsAsync(new() { Agency = OwnBooks.City, TypeCode = "assault-boat" }, new Metadata { { "coordination-agency", OwnBooks.City } });
            Assert.Contains(unit, listed.Items.Select(u => u.Id));
            var answer = await Assert.ThrowsAsync<RpcException>(async () => await units.ListUnitsAsync(new() { TypeCode = "assault-boat" }, new Metadata { { "coordination-agency", OwnBooks.Neighbour } }));
            Assert.Equal(StatusCode.PermissionDenied, answer.StatusCode);
        }
    }

    private protected override Book Of(string agency) => new((a, roles) => instances.As(a, roles), agency);

    protected override Task QuietAsync() => instances.QuietAsync();

    [Fact]
    public async Task An_instance_keeps_no_book_of_another_agency()
    {
        using var read = await instances.As("city", Roles.Logistics).GetAsync("/v1/agencies/fire/units");
        await read.ProblemAsync(403, "other-agency");
    }
}

/// <summary>E1 step 6 and the paths beside it.</summary>
public abstract class MutualAid
{
    private protected abstract Book Of(string agency);

    private protected virtual Book City => Of("police");

    private protected virtual Book Neighbour => Of("fire");

    protected abstract Task QuietAsync();

    [Fact]
    public async Task Forty_boats_are_partly_approved_and_forwarded_to_a_peer_who_commits_eighteen()
    {
        var (city, neighbour) = (City, Neighbour);
        var own = await city.UnitAsync("assault-boat", 22);
        var request = await city.RequestAsync("assault-boat", 40, approved: 22);
        await city.AskAsync(request, city.Agency, 22);
        var forwarded = await city.AskAsync(request, neighbour.Agency, 18);
        Assert.Equal(["PartlyApproved", "ForwardedPeer"], forwarded.Views());
        await QuietAsync();
        await city.CreateAsync($"asks/{await city.AskIdAsync(request)}/commit", new { quantity = 22, unitId = own });
        await QuietAsync();
        Assert.Equal("PartiallyFilled", (await city.GetAsync($"requests/{request}")).Line().Text("state"));
        var ask = await neighbour.AskIdAsync(request);
        for (var i = 0; i < 3; i++)
        {
            var offer = await neighbour.CreateAsync($"asks/{ask}/offer", new { quantity = 6, unitId = await neighbour.UnitAsync("assault-boat", 6) });
            Assert.Equal("Held", offer.Text("reservation"));
            await QuietAsync();
            await city.DoAsync($"fills/{offer.Id()}", "select");
            await city.DoAsync($"fills/{offer.Id()}", "order", new { });
            await QuietAsync();
            Assert.Equal("Agreed", (await neighbour.GetAsync($"offers/{offer.Id()}")).Text("mutualAid"));
            var committed = await neighbour.DoAsync($"offers/{offer.Id()}", "commit", new { });
            Assert.Equal("Confirmed", committed.Text("reservation"));
            await neighbour.DoAsync($"offers/{offer.Id()}", "mobilize", new { });
            var left = await neighbour.DoAsync($"offers/{offer.Id()}", "depart", new { eta = DateTimeOffset.UtcNow.AddMinutes(40) });
            Assert.Equal("Departed", left.Text("deployment"));
            await QuietAsync();
        }
        var seen = await city.GetAsync($"requests/{request}");
        Assert.Equal(["PartlyApproved", "ForwardedPeer", "Fulfilling"], seen.Views());
        Assert.Equal(40, seen.Line().GetProperty("committed").GetInt32());
        Assert.Equal("Filled", seen.Line().Text("state"));
    }

    [Fact]
    public async Task A_fill_goes_out_and_comes_home_and_both_books_agree()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        var request = await city.RequestAsync("speedboat", 4);
        await city.AskAsync(request, neighbour.Agency, 4);
        await QuietAsync();
        var fill = (await neighbour.CreateAsync($"asks/{await neighbour.AskIdAsync(request)}/commit", new { quantity = 4, unitId = unit })).Id();
        await neighbour.DoAsync($"offers/{fill}", "mobilize", new { });
        await neighbour.DoAsync($"offers/{fill}", "depart", new { });
        await QuietAsync();
        await city.DoAsync($"fills/{fill}", "check-in", new { });
        await city.DoAsync($"fills/{fill}", "assign", new { });
        await QuietAsync();
        Assert.Equal("OnScene", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
        Assert.Equal(["Approved", "ForwardedPeer", "Fulfilled"], (await city.GetAsync($"requests/{request}")).Views());
        await city.DoAsync($"fills/{fill}", "ask-extension", new { until = DateTimeOffset.UtcNow.AddDays(2) });
        await QuietAsync();
        Assert.Equal("ExtensionAsked", (await neighbour.GetAsync($"offers/{fill}")).Text("mutualAid"));
        await neighbour.DoAsync($"offers/{fill}", "grant-extension");
        await QuietAsync();
        using (var early = await city.TryAsync($"requests/{request}", "close")) await early.ProblemAsync(409, "fills-outstanding");
        await city.DoAsync($"fills/{fill}", "release", new { });
        await QuietAsync();
        await neighbour.DoAsync($"offers/{fill}", "demobilize", new { });
        await neighbour.DoAsync($"offers/{fill}", "return", new { });
        await neighbour.DoAsync($"offers/{fill}", "close");
        await QuietAsync();
        var (mine, theirs) = (await city.GetAsync($"fills/{fill}"), await neighbour.GetAsync($"offers/{fill}"));
        Assert.Equal("Closed", mine.Text("state"));
        Assert.Equal(theirs.Text("state"), mine.Text("state"));
        Assert.Equal("Settled", mine.Text("mutualAid"));
        Assert.Equal("Returned", mine.Text("deployment"));
        var home = await neighbour.GetAsync($"units/{unit}");
        Assert.Equal("Available", home.Text("state"));
        Assert.Equal("", home.Text("fillId"));
        Assert.Equal("Closed", (await city.DoAsync($"requests/{request}", "close")).Text("state"));
    }

    [Fact]
    public async Task What_exceeds_the_need_is_called_back_unless_someone_signed_for_it()
    {
        var (city, neighbour) = (City, Neighbour);
        var request = await city.RequestAsync("ambulance", 2);
        await city.AskAsync(request, neighbour.Agency, 2);
        await city.AskAsync(request, city.Agency, 2);
        await QuietAsync();
        await city.CreateAsync($"asks/{await city.AskIdAsync(request)}/commit", new { quantity = 1, unitId = await city.UnitAsync("ambulance", 1) });
        await QuietAsync();
        var unit = await neighbour.UnitAsync("ambulance", 2);
        var excess = (await neighbour.CreateAsync($"asks/{await neighbour.AskIdAsync(request)}/commit", new { quantity = 2, unitId = unit })).Id();
        await QuietAsync();
        Assert.Equal("Recalled", (await neighbour.GetAsync($"offers/{excess}")).Text("state"));
        Assert.Equal("OverCommitted", (await neighbour.GetAsync($"offers/{excess}")).Text("reason"));
        Assert.Equal("Available", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
        Assert.Equal(1, (await city.GetAsync($"requests/{request}")).Line().GetProperty("committed").GetInt32());
        await city.DoAsync($"requests/{request}/lines/1", "sign-over-commit", new { reason = "ExpectedLosses" });
        await neighbour.CreateAsync($"asks/{await neighbour.AskIdAsync(request)}/commit", new { quantity = 2, unitId = unit });
        await QuietAsync();
        Assert.Equal(3, (await city.GetAsync($"requests/{request}")).Line().GetProperty("committed").GetInt32());
    }

    [Fact]
    public async Task A_unit_is_leased_once_and_a_rejected_offer_frees_it()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("crane", 1);
        var request = await city.RequestAsync("crane", 2);
        await city.AskAsync(request, neighbour.Agency, 2);
        await QuietAsync();
        var ask = await neighbour.AskIdAsync(request);
        var offer = (await neighbour.CreateAsync($"asks/{ask}/offer", new { quantity = 1, unitId = unit })).Id();
        using var second = await neighbour.Logistics.PostAsync($"/v1/agencies/{neighbour.Agency}/asks/{ask}/offer", new { quantity = 1, unitId = unit });
        await second.ProblemAsync(409, "unit-held");
        await QuietAsync();
        await city.DoAsync($"fills/{offer}", "reject", new { reason = "OtherChosen" });
        await QuietAsync();
        Assert.Equal("", (await neighbour.GetAsync($"units/{unit}")).Text("fillId"));
        await neighbour.CreateAsync($"asks/{ask}/offer", new { quantity = 1, unitId = unit });
    }

    [Fact]
    public async Task An_agency_that_cannot_help_says_so_and_the_line_shows_it()
    {
        var (city, neighbour) = (City, Neighbour);
        var request = await city.RequestAsync("bus", 5);
        await city.AskAsync(request, neighbour.Agency, 5);
        await QuietAsync();
        await neighbour.DoAsync($"asks/{await neighbour.AskIdAsync(request)}", "decline", new { reason = "NeededHere" });
        await QuietAsync();
        var line = (await city.GetAsync($"requests/{request}")).Line();
        Assert.Equal("Sourcing", line.Text("state"));
        Assert.Equal("Declined", line.GetProperty("fills")[0].Text("state"));
        Assert.Equal("Unfilled", (await city.DoAsync($"requests/{request}/lines/1", "give-up")).Line().Text("state"));
    }

    [Fact]
    public async Task A_cancelled_line_ends_its_offers_and_asks()
    {
        var (city, neighbour) = (City, Neighbour);
        var request = await city.RequestAsync("bus", 2);
        await city.AskAsync(request, neighbour.Agency, 2);
        await QuietAsync();
        var ask = await neighbour.AskIdAsync(request);
        var unit = await neighbour.UnitAsync("bus", 1);
        var offer = (await neighbour.CreateAsync($"asks/{ask}/offer", new { quantity = 1, unitId = unit })).Id();
        var gone = (await neighbour.CreateAsync($"asks/{ask}/commit", new { quantity = 1, unitId = await neighbour.UnitAsync("bus", 1) })).Id();
        await neighbour.DoAsync($"offers/{gone}", "mobilize", new { });
        await neighbour.DoAsync($"offers/{gone}", "depart", new { });
        await QuietAsync();
        await city.DoAsync($"requests/{request}/lines/1", "cancel", new { reason = "NoLongerNeeded" });
        await QuietAsync();
        Assert.Equal("Declined", (await neighbour.GetAsync($"offers/{offer}")).Text("state"));
        Assert.Equal("ReleasePending", (await neighbour.GetAsync($"offers/{gone}")).Text("state"));
        Assert.Equal("Aborted", (await city.GetAsync($"fills/{gone}")).Text("deployment"));
        Assert.Equal("Withdrawn", (await neighbour.GetAsync($"asks/{ask}")).Text("state"));
        Assert.Equal("Available", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
    }

    [Fact]
    public async Task An_unsolicited_offer_is_attached_to_a_line_and_ordered()
    {
        var (city, neighbour) = (City, Neighbour);
        var incident = Guid.NewGuid();
        var request = await city.RequestAsync("pump-unit", 3, incident: incident);
        var offer = (await neighbour.CreateAsync("offers", new
        {
            toAgency = city.Agency, incidentId = incident, typeCode = "pump-unit", quantity = 3, unitId = await neighbour.UnitAsync("pump-unit", 3),
        })).Id();
        await QuietAsync();
        using (var early = await city.TryAsync($"fills/{offer}", "select")) await early.ProblemAsync(409, "not-attached");
        var line = (await city.GetAsync($"requests/{request}")).Line().Id();
        await city.DoAsync($"fills/{offer}", "attach", new { requestId = request, lineId = line });
        await city.DoAsync($"fills/{offer}", "select");
        await city.DoAsync($"fills/{offer}", "order", new { });
        await QuietAsync();
        Assert.Equal(request, (await neighbour.DoAsync($"offers/{offer}", "commit", new { })).Text("requestId"));
        await QuietAsync();
        Assert.Equal("Filled", (await city.GetAsync($"requests/{request}")).Line().Text("state"));
    }
}
