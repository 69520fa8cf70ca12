using Coordination.Command.Access;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Access;

public sealed class AccessEndTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 27, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_ending_is_taken_back_once()
    {
        var end = AccessEnd.Of(new(AccessKind.Subject, "fire-zhang", "left the brigade"), T0);
        Assert.Null(end.Restore(T0.AddHours(1)));
        Assert.Equal((2, T0.AddHours(1)), (end.Version, end.RestoredAt));
        Assert.Equal("access-restored", end.Restore(T0.AddHours(2))!.Rule);
        Assert.Equal((2, T0.AddHours(1)), (end.Version, end.RestoredAt));
    }

    [Fact]
    public void What_was_ended_is_kept_as_a_hash_of_its_kind_and_name()
    {
        var end = AccessEnd.Of(new(AccessKind.Subject, "fire-zhang", "left the brigade"), T0);
        Assert.Equal(EndedAccess.MarkOf(AccessKind.Subject, "fire-zhang"), end.Mark);
        Assert.NotEqual(EndedAccess.MarkOf(AccessKind.Client, "fire-zhang"), end.Mark);
    }
}
