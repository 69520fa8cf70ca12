using Coordination.Contracts;
using Coordination.Intake;

namespace Coordination.Tests.Unit.Intake;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("220221", 43.6, 126.5, null)]
    [InlineData("220221105203", null, null, null)]
    [InlineData("2", null, null, "area-code")]
    [InlineData("22022X", null, null, "area-code")]
    [InlineData("220221", 43.6, null, "coordinate")]
    [InlineData("220221", 90.1, 0.0, "range")]
    [InlineData("220221", -91.0, 0.0, "range")]
    [InlineData("220221", 0.0, 180.5, "range")]
    [InlineData("220221", double.NaN, 0.0, "range")]
    [InlineData("220221", 0.0, double.PositiveInfinity, "range")]
    public void A_place_is_on_the_globe_and_has_a_code(string area, double? latitude, double? longitude, string? rule) =>
        Assert.Equal(rule, new Place(area, latitude, longitude).Refuse("/place")?.Rule);

    [Theory]
    [InlineData("yongji-duty", true)]
    [InlineData("220221/fire", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("王", false)]
    public void A_code_is_no_place_for_words(string text, bool taken) => Assert.Equal(taken, Code.Refuse("/x", text) is null);

    [Fact]
    public void Every_shipped_event_code_has_the_national_shape() =>
        Assert.All(EventCodes.Kinds.Keys, code => Assert.Matches("^1[1-4][A-Z][0-9]{2}$", code));
}
