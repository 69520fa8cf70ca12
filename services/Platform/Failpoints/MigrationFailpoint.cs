using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Coordination.Platform;

/// <summary>The place before each statement of a migration.</summary>
internal sealed class MigrationFailpoint : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.Migrations) Failpoint.Hit("migrate.statement");
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}
