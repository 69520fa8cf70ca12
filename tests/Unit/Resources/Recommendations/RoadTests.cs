using Coordination.Resources.Travel;

namespace Coordination.Tests.Unit.Resources;

public sealed class RoadTests
{
    private const string Header = "fromLatitude,fromLongitude,toLatitude,toLongitude,kilometres,kilometresPerHour,oneWay\n";
    private static readonly GeoPoint A = new(43.0, 126.0), B = new(43.1, 126.0), C = new(43.2, 126.0);

    [Fact]
    public void A_degree_of_latitude_is_a_hundred_and_eleven_kilometres_and_the_way_is_the_same_both_ways()
    {
        Assert.InRange(new GeoPoint(0, 0).KilometresTo(new(1, 0)), 111.1, 111.3);
        Assert.Equal(A.KilometresTo(C), C.KilometresTo(A), 9);
        Assert.InRange(new GeoPoint(0, 179.5).KilometresTo(new(0, -179.5)), 111.1, 111.3);
    }

    [Fact]
    public void The_shortest_way_is_in_minutes_and_not_in_kilometres_and_a_one_way_road_is_not_driven_back()
    {
        var graph = Graph("43.0,126.0,43.1,126.0,10,60,false", "43.1,126.0,43.2,126.0,10,60,true", "43.0,126.0,43.2,126.0,15,30,false");
        Assert.Equal(20, graph.To(C)(A)!.Value.Minutes, 9);
        Assert.Equal(30, graph.To(A)(C)!.Value.Minutes, 9);
        Assert.Equal((0.0, 0.0), graph.To(B)(B)!.Value);
    }

    [Fact]
    public void Off_the_roads_and_without_a_way_there_is_none_and_the_distance_tells()
    {
        var graph = Graph("43.0,126.0,43.1,126.0,10,60,true", "44.0,127.0,44.1,127.0,10,60,false");
        Assert.Null(graph.To(B)(new(43.0, 126.2)));
        Assert.Null(graph.To(A)(new(44.0, 127.0)));
        Assert.Null(graph.To(new(50, 0))(A));
        var ways = new Roads(graph).To(B);
        Assert.Equal(new Way(10, IsByRoad: true), ways(A, 40));
        Assert.False(ways(C, 40).IsByRoad);
        Assert.Equal(C.KilometresTo(B) * 1.3 / 40 * 60, ways(C, 40).Minutes, 9);
    }

    [Fact]
    public void A_place_near_the_edge_of_a_cell_finds_its_crossing()
    {
        var graph = Graph("42.9999,126.0,43.1,126.0,10,60,false");
        var (start, goal) = (new GeoPoint(43.0001, 125.9999), new GeoPoint(43.1, 126.03));
        var way = graph.To(goal)(start)!.Value;
        Assert.Equal((10, start.KilometresTo(new(42.9999, 126)) + B.KilometresTo(goal)), (way.Minutes, way.Kilometres));
        // What lies off the roads is driven too.
        Assert.Equal(10 + way.Kilometres * 1.3 / 40 * 60, new Roads(graph).To(goal)(start, 40).Minutes, 9);
    }

    [Fact]
    public void The_nearest_crossing_is_the_nearest_of_all_wherever_it_lies()
    {
        var random = new Random(7);
        foreach (var (latitude, longitude) in ((double, double)[])[(43, 126), (-0.02, 0.01), (69.9, 20), (10, 179.99)])
        {
            var ends = Enumerable.Range(0, 60).Select(_ => new GeoPoint(Math.Round(latitude + random.NextDouble() * 0.1, 4), Math.Round(longitude + random.NextDouble() * 0.1, 4) is var x && x > 180 ? Math.Round(x - 360, 4) : x)).ToList();
            var graph = Graph([.. ends.Select(e => FormattableString.Invariant($"{e.Latitude},{e.Longitude},{ends[0].Latitude},{ends[0].Longitude},1,60,false"))]);
            foreach (var place in Enumerable.Range(0, 40).Select(_ => new GeoPoint(latitude + random.NextDouble() * 0.1, longitude + random.NextDouble() * 0.009)))
            {
                var nearest = ends.Min(e => e.KilometresTo(place));
                var found = graph.To(ends[0])(place);
                Assert.Equal(nearest <= RoadGraph.ReachKilometres, found is not null);
                if (found is { } way) Assert.Equal(nearest, way.Kilometres, 9);
            }
        }
    }

    [Theory]
    [InlineData("latitude,longitude", "line 1: the header must be")]
    [InlineData(Header + "43,126,43.1,126,10,60", "line 2: seven values are needed")]
    [InlineData(Header + "91,126,43.1,126,10,60,true", "line 2: latitude must be a number from -90 to 90")]
    [InlineData(Header + "43,126,43.1,126,10,60,true\n43,126,43.1,126,ten,60,true", "line 3: kilometres must be")]
    [InlineData(Header + "43,126,43.1,126,10,0,true", "line 2: kilometresPerHour must be")]
    [InlineData(Header + "43,126,43.1,126,10,60,perhaps", "line 2: oneWay must be true or false")]
    public void A_faulty_file_names_the_line_and_the_rule(string file, string message)
    {
        using var reader = new StringReader(file);
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => RoadGraph.Read(reader)).Message, StringComparison.Ordinal);
    }

    private static RoadGraph Graph(params string[] lines)
    {
        using var reader = new StringReader(Header + string.Join('\n', lines));
        return RoadGraph.Read(reader);
    }
}
