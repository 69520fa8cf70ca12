using System.Text;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Coordination.Tests.Functional.Migrations;

/// <summary>
/// Drafts a first migration from a model, because EF Core's design tools cannot be restored. It names no store type, so that the same
/// migration runs on both databases. A person reads what it drafts before it is committed.
/// </summary>
internal static class MigrationWriter
{
    internal static IReadOnlyList<MigrationOperation> Operations(DbContext db) => db.GetService<IMigrationsModelDiffer>()
        .GetDifferences(null, db.GetService<IDesignTimeModel>().Model.GetRelationalModel());

    internal static HashSet<string> PlatformTables(DbContext db) =>
        [.. PlatformModel.Entities.Select(t => db.Model.FindEntityType(t)!.GetTableName()!)];

    internal static string Service(DbContext db, string name, string context)
    {
        var own = Operations(db).Where(o => !PlatformTables(db).Contains(TableOf(o)));
        return $$"""
            using Coordination.Platform;
            using Microsoft.EntityFrameworkCore.Infrastructure;
            using Microsoft.EntityFrameworkCore.Migrations;

            namespace Coordination.{{name}}.Migrations;

            /// <summary>The first schema.</summary>
            [DbContext(typeof({{context}}))]
            [Migration("0001_Initial")]
            internal sealed class M0001Initial : Migration
            {
                protected override void Up(MigrationBuilder migrationBuilder)
                {
                    PlatformTables.Create(migrationBuilder);
            {{Body(own)}}    }
            }

            """;
    }

    internal static string Platform(DbContext db) => $$"""
        using Microsoft.EntityFrameworkCore.Migrations;
        using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

        namespace Coordination.Platform;

        /// <summary>The tables that every service's first migration makes for Platform.</summary>
        public static class PlatformTables
        {
            /// <summary>Makes them.</summary>
            public static void Create(MigrationBuilder migrationBuilder)
            {
                ArgumentNullException.ThrowIfNull(migrationBuilder);
        {{Body(Operations(db).Where(o => PlatformTables(db).Contains(TableOf(o))))}}    }
        }

        """;

    private static string TableOf(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table => table.Name,
        CreateIndexOperation index => index.Table,
        _ => throw new NotSupportedException(operation.GetType().Name),
    };

    private static string Body(IEnumerable<MigrationOperation> operations)
    {
        var text = new StringBuilder();
        foreach (var operation in operations)
            if (operation is CreateTableOperation table) Table(text, table);
            else if (operation is CreateIndexOperation index)
                text.Append($"        migrationBuilder.CreateIndex(\"{index.Name}\", \"{index.Table}\", {Names(index.Columns)}{(index.IsUnique ? ", unique: true" : "")});\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, CreateTableOperation table)
    {
        text.Append($"        migrationBuilder.CreateTable(\n            \"{table.Name}\",\n            t => new\n            {{\n");
        foreach (var column in table.Columns)
            text.Append($"                {column.Name} = t.Column<{TypeName(column.ClrType)}>({(column.IsNullable ? "nullable: true" : "")}){Annotations(column)},\n");
        text.Append("            },\n            constraints: t =>\n            {\n");
        text.Append($"                t.PrimaryKey(\"{table.PrimaryKey!.Name}\", x => {Lambda(table.PrimaryKey.Columns)});\n");
        foreach (var foreign in table.ForeignKeys)
            text.Append($"                t.ForeignKey(\"{foreign.Name}\", x => {Lambda(foreign.Columns)}, \"{foreign.PrincipalTable}\", {Names(foreign.PrincipalColumns!)}, onDelete: ReferentialAction.{foreign.OnDelete});\n");
        text.Append("            });\n");
    }

    private static string Annotations(AddColumnOperation column) =>
        column.FindAnnotation("Sqlite:Autoincrement") is not null ? ".Annotation(\"Sqlite:Autoincrement\", true).Annotation(\"Npgsql:ValueGenerationStrategy\", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)" : "";

    private static string Lambda(string[] columns) => columns.Length == 1 ? $"x.{columns[0]}" : $"new {{ {string.Join(", ", columns.Select(c => $"x.{c}"))} }}";

    private static string Names(string[] columns) => columns.Length == 1 ? $"\"{columns[0]}\"" : $"[{string.Join(", ", columns.Select(c => $"\"{c}\""))}]";

    private static string TypeName(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => "string",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Boolean => "bool",
        TypeCode.Double => "double",
        _ => type == typeof(byte[]) ? "byte[]" : type.Name,
    };
}
