using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>A city that asks its neighbour by messages, in a thread of its own.</summary>
public abstract class RmAsked(Region region)
{
    protected Region Region { get; } = region;

    protected string Thread { get; } = $"A/{Guid.NewGuid():N}";

    private protected Book City => Of("police");

    private protected Book Neighbour => Of("fire");

    private protected RmXml Request => new("RequestResource", Thread, Thread, null, Line("speedboat")) { Incident = $"{Guid.NewGuid()}" };

    private protected static string Line(string type) => Element("1", type, 4, function: "Rescue", times: ("RequestedArrival", DateTimeOffset.UtcNow.AddHours(6)));

    private protected RmXml Response(string id, int quantity, string unit) => new("ResponseToRequestResource", $"{Thread}-{id}", Thread, Thread, Element("a", quantity: quantity, answers: "1", resource: unit));

    /// <summary>The city asks its neighbour for four; gives a boat of the neighbour's.</summary>
    private protected async Task<string> AskedAsync()
    {
        var unit = await Neighbour.UnitAsync("speedboat", 4);
        await City.DoneAsync(Request, "fire");
        await Region.QuietAsync();
        return unit;
    }

    private protected Book Of(string agency) => new((a, roles) => Region.As(a, roles), agency);
}
