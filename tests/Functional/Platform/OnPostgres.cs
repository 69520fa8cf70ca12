using Coordination.Tests.Functional.Storage;

namespace Coordination.Tests.Functional.Platform;

/// <summary>The same promises, in PostgreSQL.</summary>
public static class OnPostgres
{
    public sealed class Clocks(PostgresProbeRegion region) : ClockTests(region), IClassFixture<PostgresProbeRegion>;

    public sealed class Events(PostgresProbeRegion region) : EventTests(region), IClassFixture<PostgresProbeRegion>;

    public sealed class Tails(PostgresProbeRegion region) : TailTests(region), IClassFixture<PostgresProbeRegion>;

    public sealed class Writes(PostgresProbeRegion region) : WriteTests(region), IClassFixture<PostgresProbeRegion>;
}

/// <summary>The probe and its watchers in a database of their own, each with its role and schema.</summary>
public sealed class PostgresProbeRegion : ProbeRegion
{
    protected override async Task<string?> DatabaseAsync() => await ProbeDatabase.MakeAsync(await PrivatePostgres.ServerAsync());
}
