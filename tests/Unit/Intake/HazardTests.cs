using Coordination.Contracts.Events;
using Coordination.Intake.Hazards;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class HazardTests
{
    private const string Plant = "chem-plant", Bureau = "safety-office";

    [Fact]
    public void A_hazard_takes_exactly_these_ways() => Machine.HasTable(Hazard.Life, """
        Identified: Registered BecameIncident
        Registered: Assessed BecameIncident
        Assessed: RectificationOrdered AcceptedMonitored BecameIncident
        RectificationOrdered: Rectifying BecameIncident
        Rectifying: PendingVerification BecameIncident
        PendingVerification: Closed Rectifying BecameIncident
        AcceptedMonitored: BecameIncident
        Closed: Reopened BecameIncident
        Reopened: Assessed BecameIncident
        """);

    [Fact]
    public void Whatever_is_asked_of_a_hazard_it_keeps_its_promises() => Machine.Keeps(
        Identified, Hazard.Life, h => h.State, h => h.Version,
        h => (h.State == HazardState.BecameIncident) == (h.IncidentId is not null) && (h.State == HazardState.Identified || h.Rating is not null || h.State is HazardState.Registered or HazardState.BecameIncident)
            && (h.State is not (HazardState.RectificationOrdered or HazardState.Rectifying or HazardState.PendingVerification) || (h.RectifiedBy is not null && h.RectifyBy is not null)),
        (h, n) => h.Register(n % 5 == 0 ? [] : [InspectionKind.Patrol]),
        (h, n) => h.Assess(n % 7, 1 + (n % 5), false, Shipped.HazardRating),
        (h, _) => h.Accept(),
        (h, n) => h.OrderRectification(Plant, T0.AddDays(n % 9 == 0 ? -1 : 3), "wall", T0),
        (h, n) => h.BeginRectification(n % 4 == 0 ? Bureau : Plant),
        (h, n) => h.SubmitRectification(n % 4 == 0 ? Bureau : Plant, "done", T0),
        (h, n) => h.VerifyRectification(n % 4 == 0 ? Plant : Bureau, n % 3 != 0),
        (h, _) => h.Reopen(),
        (h, n) => n % 10 == 0 ? h.BecomeIncident(Guid.CreateVersion7()) : h.Accept());

    [Theory]
    [InlineData(5, 5, HazardRating.A)]
    [InlineData(3, 5, HazardRating.A)]
    [InlineData(2, 5, HazardRating.B)]
    [InlineData(2, 4, HazardRating.B)]
    [InlineData(1, 5, HazardRating.C)]
    [InlineData(1, 1, HazardRating.C)]
    public void The_rating_follows_the_published_rule(int likelihood, int consequence, HazardRating rating)
    {
        var hazard = Registered();
        Assert.Null(hazard.Assess(likelihood, consequence, false, Shipped.HazardRating));
        Assert.Equal(rating, hazard.Rating);
    }

    [Fact]
    public void Who_put_it_right_does_not_say_that_it_is_right()
    {
        var hazard = Pending();
        Machine.Refused(hazard.VerifyRectification(Plant, true), "own-work");
        Assert.Null(hazard.VerifyRectification(Bureau, false));
        Assert.Equal(HazardState.Rectifying, hazard.State);
        Assert.Null(hazard.SubmitRectification(Plant, "again", T0));
        Assert.Null(hazard.VerifyRectification(Bureau, true));
        Assert.False(hazard.IsWatched());
    }

    [Fact]
    public void Verification_has_its_place_in_the_order_of_things()
    {
        var hazard = Registered();
        Machine.Refused(hazard.VerifyRectification(Bureau, true), "illegal-transition");
        Machine.Refused(hazard.VerifyRectification(Bureau, false), "illegal-transition");
    }

    [Fact]
    public void Only_the_agency_that_was_ordered_works_on_it()
    {
        var hazard = Registered();
        Assert.Null(hazard.Assess(4, 4, true, Shipped.HazardRating));
        Machine.Refused(hazard.OrderRectification(Plant, T0, "wall", T0), "due-in-past");
        Machine.Refused(hazard.OrderRectification("the plant manager", T0.AddDays(1), "wall", T0), "code");
        Assert.Null(hazard.OrderRectification(Plant, T0.AddDays(1), "wall", T0));
        Machine.Refused(hazard.BeginRectification(Bureau), "not-ordered");
        Machine.Refused(hazard.SubmitRectification(Bureau, "done", T0), "not-ordered");
    }

    [Fact]
    public void A_venue_has_a_capacity_and_nothing_else_has_one()
    {
        Machine.Refused(Hazard.Identify(Guid.CreateVersion7(), null, HazardKind.VenueCapacity, "bridge", Plant, Place(), null, []).Refusal, "venue-capacity");
        Machine.Refused(Hazard.Identify(Guid.CreateVersion7(), null, HazardKind.Slope, "slope", Plant, Place(), 20, []).Refusal, "venue-capacity");
    }

    [Fact]
    public void A_registered_hazard_is_checked_in_some_way() => Machine.Refused(Identified().Register([]), "no-inspection");

    [Fact]
    public void What_is_not_in_the_register_is_not_inspected() => Machine.Refused(
        HazardInspection.Record(Guid.CreateVersion7(), Identified(), InspectionKind.Patrol, InspectionOutcome.Unchanged, T0, Bureau, null).Refusal, "not-registered");

    [Fact]
    public void A_hazard_is_a_place_or_an_object() => Assert.Equal(
        ["Slope", "DangerousBuilding", "DamOrReservoir", "Waterway", "HazardousChemicals", "Mine", "RailCorridor", "RoadOrBridge", "Pipeline", "UtilityPlant",
            "RadiationSource", "FireSite", "ForestOrGrassland", "FoodOrDrugSite", "AnimalSite", "ConstructionSite", "VenueCapacity"], Enum.GetNames<HazardKind>());

    private static Hazard Identified() => Hazard.Identify(Guid.CreateVersion7(), null, HazardKind.HazardousChemicals, "store", Plant, Place(), null, []).Hazard!;

    private static Hazard Registered()
    {
        var hazard = Identified();
        Assert.Null(hazard.Register(Enum.GetValues<InspectionKind>()));
        return hazard;
    }

    private static Hazard Pending()
    {
        var hazard = Registered();
        Assert.Null(hazard.Assess(4, 4, true, Shipped.HazardRating));
        Assert.Null(hazard.OrderRectification(Plant, T0.AddDays(1), "wall", T0));
        Assert.Null(hazard.BeginRectification(Plant));
        Assert.Null(hazard.SubmitRectification(Plant, "done", T0));
        return hazard;
    }
}
