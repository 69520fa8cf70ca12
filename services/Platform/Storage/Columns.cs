using System.Text.Json;
using Coordination.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Coordination.Platform;

/// <summary>How models become columns, the same in SQLite and PostgreSQL.</summary>
public static class Columns
{
    /// <summary>Stores a list or record as one JSON column. Changes inside it are seen by comparing the JSON.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Wire.Json), s => JsonSerializer.Deserialize<T>(s, Stored)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Wire.Json) == JsonSerializer.Serialize(b, Wire.Json),
                v => JsonSerializer.Serialize(v, Wire.Json).GetHashCode(StringComparison.Ordinal),
                v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, Wire.Json), Stored)!));
        return property;
    }

    /// <summary>What an older version stored may hold members that this one no longer has, and members without a value are not written at all.</summary>
    private static readonly JsonSerializerOptions Stored = new(Wire.Json)
    {
        RespectRequiredConstructorParameters = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    internal static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table) entity.SetTableName(Snake(table));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}");
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName($"fk_{entity.GetTableName()}_{Joined(foreign.Properties)}");
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName($"ix_{entity.GetTableName()}_{Joined(index.Properties)}");
            if (entity.FindProperty("Id") is { } id && id.ClrType == typeof(Guid)) id.ValueGenerated = ValueGenerated.Never;
            if (entity.FindProperty("Version") is { } version && version.ClrType == typeof(int)) version.IsConcurrencyToken = true;
        }
    }

    private static string Joined(IEnumerable<IMutableProperty> properties) => string.Join('_', properties.Select(p => Snake(p.Name)));

    internal static string Snake(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]) ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
