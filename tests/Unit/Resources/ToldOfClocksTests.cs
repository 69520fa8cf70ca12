using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources;
using Coordination.Resources.Fills;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Unit.Resources;

/// <summary>Whom a clock is told to; the database is never opened.</summary>
public sealed class ToldOfClocksTests : IDisposable
{
    private readonly ResourcesDb db = new(new DbContextOptionsBuilder<ResourcesDb>().UseSqlite("Data Source=:memory:").Options);

    [Theory, InlineData("lease.hold"), InlineData("fill.mobilise")]
    public void The_clock_of_a_fill_is_for_both_books_and_in_an_incident_for_those_of_it(string key)
    {
        var (alone, within) = (Known(null), Known(Guid.CreateVersion7()));
        Assert.Equal(["neighbour", "city"], Told(key, alone.FillId, alone.Subject));
        Assert.Null(ToldOfClocks.Of(db, Clock(key, within.FillId, within.Subject)));
        // An offer that came before its request, and a clock from before an incident went on in another.
        Assert.Equal(["neighbour", "city"], Told(key, alone.FillId, alone.FillId));
        Assert.Null(ToldOfClocks.Of(db, Clock(key, within.FillId, Guid.CreateVersion7())));
    }

    [Theory, InlineData("fill.status"), InlineData("stock.expiry"), InlineData("later.thing")]
    public void What_is_not_known_is_told_to_nobody(string key) => Assert.Empty(Told(key, Guid.CreateVersion7(), Guid.CreateVersion7()));

    [Fact]
    public void A_requisition_is_for_an_incident() => Assert.Null(ToldOfClocks.Of(db, Clock("requisition.return", Guid.CreateVersion7(), Guid.CreateVersion7())));

    public void Dispose() => db.Dispose();

    private Fill Known(Guid? incident)
    {
        var fill = Fill.Open(Fills.Offer() with { FillId = Guid.CreateVersion7(), IncidentId = incident }, FillSide.Supplier, null);
        db.Add(fill);
        return fill;
    }

    private List<string> Told(string key, Guid entity, Guid subject) => [.. ToldOfClocks.Of(db, Clock(key, entity, subject))!.OfType<string>().Distinct()];

    private static Clock Clock(string key, Guid entity, Guid subject) => Coordination.Platform.Clock.Create(null, key, entity, subject, 0, Fills.T0, Fills.T0.AddMinutes(10), Fills.T0, 75, [], "default");
}
