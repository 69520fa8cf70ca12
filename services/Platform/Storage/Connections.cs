using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Coordination.Platform;

/// <summary>
/// Gives contexts their connections as they are. EF Core's provider for SQLite registers thirty functions of its own with each, again for every context and
/// every opening; no query here uses them, and they cost more than most reads.
/// </summary>
internal sealed class Connections(Func<DbConnection> make) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(make());
}
