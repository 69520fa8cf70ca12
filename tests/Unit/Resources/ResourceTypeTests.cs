using Coordination.Contracts.Events;
using Coordination.Resources.Types;

namespace Coordination.Tests.Unit.Resources;

public sealed class ResourceTypeTests
{
    [Theory]
    [InlineData("assault-boat", null, true)]
    [InlineData("2010203", 2, true)]
    [InlineData("2010203", 1, false)]
    [InlineData("4010203", null, false)]
    [InlineData("20102", null, false)]
    [InlineData("Boat", null, false)]
    [InlineData("", null, false)]
    public void A_code_is_a_capability_or_has_the_shape_of_the_national_standard(string code, int? goodsClass, bool sound) =>
        Assert.Equal(sound, new ResourceType { Code = code, UnitOfMeasure = "boat", GoodsClass = goodsClass }.Fault() is null);

    [Theory]
    [InlineData(null, null, GoodsCoding.None, true)]
    [InlineData(null, 2, GoodsCoding.ClassOnly, true)]
    [InlineData("2010203", 2, GoodsCoding.Code, true)]
    [InlineData("2010203", 1, GoodsCoding.Code, false)]
    [InlineData("20102", 2, GoodsCoding.Code, false)]
    public void A_type_says_how_much_of_its_place_in_the_national_standard_is_known(string? code, int? goodsClass, GoodsCoding coding, bool sound)
    {
        var type = new ResourceType { Code = "tent", UnitOfMeasure = "tent", Form = ResourceForm.Goods, GoodsCode = code, GoodsClass = goodsClass };
        Assert.Equal((coding, sound), (type.Coding, type.Fault() is null));
    }

    [Fact]
    public void Only_units_have_a_kind_and_capabilities_are_codes()
    {
        Assert.NotNull(new ResourceType { Code = "tent", UnitOfMeasure = "tent", Form = ResourceForm.Goods, Kind = UnitKind.Equipment }.Fault());
        Assert.NotNull(new ResourceType { Code = "boat", UnitOfMeasure = "boat", Capabilities = ["Water rescue"] }.Fault());
        Assert.Null(new ResourceType { Code = "boat", UnitOfMeasure = "boat", Kind = UnitKind.Vehicle, Capabilities = ["water-rescue"] }.Fault());
    }

    [Theory]
    [InlineData("cn-default")]
    [InlineData("nims")]
    public void Every_shipped_package_has_a_sound_catalogue_and_every_clock_of_the_service(string name)
    {
        var package = Coordination.Platform.PackageReader.Read(name);
        var catalogue = new ResourceCatalogue(package);
        Assert.NotEmpty(catalogue.Settings.Types);
        Assert.NotNull(catalogue.Find("no-such-type").Refusal);
        string[] keys =
        [
            "request.review", "request.need-by", "request.answer", "lease.hold", "fill.commit", "fill.mobilise", "fill.arrival", "fill.status", "fill.extension-answer",
            "stock.near-expiry", "stock.expiry", "requisition.return", "requisition.contact-retention", "position.retention", "position.last-report", "lifeline.restore",
        ];
        Assert.All(keys, k => Assert.NotNull(package.Clock(k, new())));
        // A package stands on the law of its own country.
        if (name == "nims") Assert.All(keys, k => Assert.DoesNotContain("突发事件应对法", package.Clock(k, new()).Basis, StringComparison.Ordinal));
        Assert.Equal(15, package.Clock("request.review", new(Level: "II")).Duration);
        Assert.Equal(60, package.Clock("request.review", new(Level: "III")).Duration);
        Assert.Equal(15, package.Clock("fill.mobilise", new()).Duration);
        Assert.Equal(30, package.Clock("lease.hold", new()).Duration);
    }
}
