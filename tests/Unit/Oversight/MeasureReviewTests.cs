using Coordination.Contracts.Events;
using Coordination.Oversight.Measures;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Oversight;

public sealed class MeasureReviewTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 27, 20, 0, 0, TimeSpan.FromHours(8));

    private static MeasureReview Listed() => MeasureReview.Of(new OrderIssued(
        Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Evacuate, 1, "county", "police", AddresseeKind.Agency, "police", null, null, [], null, UnderReview: true,
        MeasureGround.NaturalDisaster, T0.AddHours(6), null, T0), null);

    [Fact]
    public void A_measure_is_reviewed_by_others_and_once()
    {
        var measure = Listed();
        Machine.Refused(measure.Review(true, "county", T0), "own-measure");
        Assert.Null(measure.ReviewedAt);
        Assert.Null(measure.Review(false, "audit", T0));
        Assert.Equal((false, T0, 2), (measure.Justified, measure.ReviewedAt, measure.Version));
        Machine.Refused(measure.Review(true, "audit", T0), "reviewed");
        Assert.False(measure.Justified);
    }
}
