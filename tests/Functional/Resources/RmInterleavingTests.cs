using Coordination.Contracts;
using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>The messages of both parties of a thread in any order, some twice, one late: the books agree at every rest, and in the end they are where the order of the story leaves them.</summary>
public sealed class RmInterleavingTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private static readonly string[] Story = ["", "Select", "Order", "Commit", "Mobilize", "Depart", "CheckIn", "Assign", "Release", "Demobilize", "Return"];

    private readonly string t = $"T/{Guid.NewGuid():N}";

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task Any_order_leaves_the_books_of_the_story(int seed)
    {
        var random = new Random(seed);
        var (city, neighbour) = (new Book((a, roles) => region.As(a, roles), "police"), new Book((a, roles) => region.As(a, roles), "fire"));
        var unit = await neighbour.UnitAsync("speedboat", 4);
        var all = Messages(city, neighbour, unit);
        var late = all[random.Next(all.Count)];
        // Each once, four of them twice, and the late one not yet.
        var sent = all.Concat(all.OrderBy(_ => random.Next()).Take(4)).Where(m => m != late).OrderBy(_ => random.Next()).ToList();
        foreach (var (book, message) in sent)
        {
            await book.SayAsync(message, Other(book));
            if (random.Next(3) == 0) await AgreeAsync(city, neighbour, unit);
        }
        var before = await AgreeAsync(city, neighbour, unit);
        Assert.True(before.Count <= Story.Length && before.SequenceEqual(Story.Take(before.Count)), string.Join(' ', before));
        await late.Book.SayAsync(late.Message, Other(late.Book));
        Assert.Equal(Story, await AgreeAsync(city, neighbour, unit));
        Assert.DoesNotContain((await city.ThreadAsync(t)).GetProperty("messages").EnumerateArray().Concat((await neighbour.ThreadAsync(t)).GetProperty("messages").EnumerateArray()), m => m.Text("state") != "Executed");
        Assert.Equal("Available", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
    }

    /// <summary>Both books of the one fill at rest: the steps that both have.</summary>
    private async Task<List<string>> AgreeAsync(Book city, Book neighbour, string unit)
    {
        await region.QuietAsync();
        var ours = (await neighbour.GetAsync("offers?limit=200")).GetProperty("items").EnumerateArray().Where(f => f.Text("unitId") == unit).ToList();
        if (ours.Count == 0) return [];
        var (theirs, mine) = (await neighbour.GetAsync($"offers/{ours.Single().Id()}"), await city.GetAsync($"fills/{ours.Single().Id()}"));
        Assert.Equal((theirs.Text("state"), theirs.Text("quantity")), (mine.Text("state"), mine.Text("quantity")));
        var steps = mine.GetProperty("trail").EnumerateArray().Select(s => s.Text("step")).ToList();
        Assert.Equal(theirs.GetProperty("trail").EnumerateArray().Select(s => s.Text("step")), steps);
        Assert.DoesNotContain(mine.GetProperty("trail").EnumerateArray(), s => s.GetProperty("isConflict").GetBoolean());
        return steps;
    }

    private static string Other(Book book) => book.Agency == "fire" ? "police" : "fire";

    private List<(Book Book, RmXml Message)> Messages(Book city, Book neighbour, string unit)
    {
        return
        [
            (city, new("RequestResource", t, t, null, Element("1", "speedboat", 4, function: "Rescue", times: ("RequestedArrival", DateTimeOffset.UtcNow.AddHours(6)))) { Incident = $"{Guid.NewGuid()}" }),
            (neighbour, new("ResponseToRequestResource", $"{t}-A", t, t, Element("a", quantity: 4, answers: "1", resource: unit))),
            (city, new("RequisitionResource", $"{t}-Q", t, $"{t}-A", Element("q", "speedboat", 4))),
            (neighbour, new("CommitResource", $"{t}-C", t, $"{t}-Q", Element("c", quantity: 4, answers: "q"))),
            (neighbour, Report("S1", "C", "Mobilizing")),
            (neighbour, Report("S2", "C", "EnRoute")),
            (city, Report("S3", "S2", "Staged")),
            (city, Report("S4", "S2", "Assigned")),
            (city, new("ReleaseResource", $"{t}-L", t, $"{t}-S4", Element("l", "speedboat", 4))),
            (neighbour, Report("S5", "L", "Demobilizing")),
            (neighbour, Report("S6", "C", "Returned")),
        ];

        RmXml Report(string id, string follows, string status) => new("ReportResourceDeploymentStatus", $"{t}-{id}", t, $"{t}-{follows}", Element("s", status: status));
    }
}
