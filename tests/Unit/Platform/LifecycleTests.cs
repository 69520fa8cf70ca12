using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public enum Lamp { Off, On, Broken }

public sealed class LifecycleTests
{
    private static readonly Lifecycle<Lamp> Life = new((Lamp.Off, [Lamp.On]), (Lamp.On, [Lamp.Off, Lamp.Broken]));

    [Fact]
    public void A_listed_transition_is_allowed() => Assert.Null(Life.Refuse(Lamp.Off, Lamp.On));

    [Fact]
    public void An_unlisted_transition_is_refused_and_says_what_would_be_allowed()
    {
        var refusal = Life.Refuse(Lamp.Off, Lamp.Broken);
        Assert.NotNull(refusal);
        Assert.Equal("illegal-transition", refusal.Rule);
        Assert.Contains("On", refusal.Detail);
    }

    [Fact]
    public void A_state_without_a_row_is_final() => Assert.Contains("final", Life.Refuse(Lamp.Broken, Lamp.Off)!.Detail);
}
