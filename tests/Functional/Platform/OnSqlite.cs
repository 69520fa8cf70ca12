namespace Coordination.Tests.Functional.Platform;

/// <summary>What Platform promises, on files.</summary>
public static class OnSqlite
{
    public sealed class Clocks(ProbeRegion region) : ClockTests(region), IClassFixture<ProbeRegion>;

    public sealed class Events(ProbeRegion region) : EventTests(region), IClassFixture<ProbeRegion>;

    public sealed class Tails(ProbeRegion region) : TailTests(region), IClassFixture<ProbeRegion>;

    public sealed class Writes(ProbeRegion region) : WriteTests(region), IClassFixture<ProbeRegion>;
}
