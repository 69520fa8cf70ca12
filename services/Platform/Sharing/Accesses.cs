using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Platform;

/// <summary>The table of the access log.</summary>
public static class Accesses
{
    /// <summary>Declares it, where it does not come with <see cref="Sharing"/>.</summary>
    public static void Add(ModelBuilder model) => model.Entity<Access>(e =>
    {
        e.ToTable("accesses").HasIndex(a => a.Subject);
        e.HasIndex(a => a.Owner);
        e.HasIndex(a => a.LastAt);
    });

    /// <summary>Makes it, and with <paramref name="isShared"/> the place where a subject's owner stands.</summary>
    public static void Create(MigrationBuilder migrationBuilder, bool isShared = true)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        if (isShared) migrationBuilder.AddColumn<string>("owner", "subject_places", defaultValue: "");
        migrationBuilder.CreateTable(
            "accesses",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                subject = t.Column<Guid>(),
                owner = t.Column<string>(),
                agency = t.Column<string>(),
                person = t.Column<string>(),
                operation = t.Column<string>(),
                first_at = t.Column<long>(),
                last_at = t.Column<long>(),
                times = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("pk_accesses", x => x.id));
        migrationBuilder.CreateIndex("ix_accesses_subject", "accesses", "subject");
        migrationBuilder.CreateIndex("ix_accesses_owner", "accesses", "owner");
        migrationBuilder.CreateIndex("ix_accesses_last_at", "accesses", "last_at");
    }
}
