using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Coordination.Resources.Messages;

/// <summary>
/// A piece of work that may be refused half way, inside a change that goes on: one element of several. What it did is undone as if it had never been tried, and nothing
/// that was done before it is.
/// </summary>
internal sealed class RmAttempt
{
    private readonly ResourcesDb db;
    private readonly Dictionary<object, (EntityState State, Dictionary<IProperty, object?> Values)> before;

    internal RmAttempt(ResourcesDb db)
    {
        this.db = db;
        before = db.ChangeTracker.Entries().ToDictionary(e => e.Entity, e => (e.State, Values(e)), ReferenceEqualityComparer.Instance);
    }

    internal void Undo()
    {
        // What was added before and taken away since is tracked no more.
        foreach (var (entity, was) in before.Where(b => db.Entry(b.Key).State == EntityState.Detached).ToList()) db.Entry(entity).State = was.State;
        foreach (var entry in db.ChangeTracker.Entries().ToList())
            if (!before.TryGetValue(entry.Entity, out var was)) entry.State = EntityState.Detached;
            else
            {
                foreach (var (property, value) in was.Values) entry.Property(property).CurrentValue = Copy(property, value);
                if (entry.State != was.State) entry.State = was.State;
            }
    }

    private static Dictionary<IProperty, object?> Values(EntityEntry entry) => entry.Metadata.GetProperties().ToDictionary(p => p, p => Copy(p, entry.Property(p).CurrentValue));

    /// <summary>Lists are changed in place: a copy is kept, and given.</summary>
    private static object? Copy(IProperty property, object? value) => value is null ? null : property.GetValueComparer().Snapshot(value);
}
