using Coordination.Intake;
using Coordination.Intake.Correlations;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Intake;

/// <summary>Cells by which what lies near a place is found.</summary>
public sealed class CellTests
{
    [Fact]
    public void What_lies_within_the_radius_lies_in_a_cell_around() => Prop.ForAll(Pairs(), pair =>
    {
        var (a, b) = (new Place("220221", pair.Lat, pair.Lon), new Place("220221", pair.Lat + pair.North, Wrapped(pair.Lon + pair.East)));
        if (a.MetresTo(b) > Metres) return true;
        return Cells.Around(a, Metres).Contains(Cells.Of(b));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Around_a_place_there_are_few_cells() => Prop.ForAll(Pairs(), pair => Cells.Around(new Place("220221", pair.Lat, pair.Lon), Metres).Count <= 36).QuickCheckThrowOnFailure();

    [Fact]
    public void Across_the_date_line_is_near() =>
        Assert.Contains(Cells.Of(new Place("220221", 66.0, -179.999)), Cells.Around(new Place("220221", 66.0, 179.999), Metres));

    [Theory]
    [InlineData("22", "220221")]
    [InlineData("022", "22")]
    public void Areas_have_cells_of_their_own(string one, string other)
    {
        Assert.NotEqual(Cells.OfArea(one), Cells.OfArea(other));
        Assert.True(Cells.OfArea(one) < 0 && Cells.Of(new Place(other, -90, -180)) >= 0);
        Assert.Empty(Cells.Around(new Place(one), Metres));
        Assert.Equal(Cells.OfArea(one), Cells.Of(new Place(one)));
    }

    private const double Metres = 3000;

    private static double Wrapped(double longitude) => longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;

    /// <summary>Pairs of places, most of them near each other, anywhere where people live.</summary>
    private static Arbitrary<(double Lat, double Lon, double North, double East)> Pairs() =>
        (from lat in Gen.Choose(-83_000, 83_000)
         from lon in Gen.Choose(-180_000, 180_000)
         from north in Gen.Choose(-30_000, 30_000)
         from east in Gen.Choose(-200_000, 200_000)
         select (lat / 1000.0, lon / 1000.0, north / 1_000_000.0, east / 1_000_000.0)).ToArbitrary();
}
