using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Platform;

/// <summary>Something of a caller's access that was ended, as every service keeps it. What was taken back goes.</summary>
internal sealed record EndedAccessRow
{
    public Guid Id { get; init; }

    public AccessKind Kind { get; init; }

    /// <summary>The hash of what it is about.</summary>
    public Guid Mark { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Its table, in a migration of each service: it came after their first.</summary>
public static class EndedAccessTable
{
    /// <summary>Makes it.</summary>
    public static void Create(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            "ended_access",
            t => new { id = t.Column<Guid>(), kind = t.Column<string>(), mark = t.Column<Guid>(), at = t.Column<long>() },
            constraints: t => t.PrimaryKey("pk_ended_access", x => x.id));
    }
}
