using System.Reflection;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Architecture;

/// <summary>The assemblies of the region and the kinds of type in them.</summary>
internal static class House
{
    internal static Assembly Platform { get; } = typeof(ServiceModule).Assembly;

    internal static IReadOnlyList<Assembly> Services { get; } =
        [.. ((string[])["Intake", "Command", "Resources", "PublicInformation", "Mediation", "Oversight", "Exchange"]).Select(n => Assembly.Load($"Coordination.{n}"))];

    /// <summary>Types that people wrote: no closures, state machines or generated helpers.</summary>
    internal static IEnumerable<Type> Written(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal) && t.Namespace?.StartsWith("Coordination.", StringComparison.Ordinal) == true);

    /// <summary>What is kept: the entities of each service's store, and everything with a lifecycle.</summary>
    internal static IReadOnlyList<Type> Aggregates { get; } = [.. Services.SelectMany(Written).Where(t => HasLifecycle(t) || Entities().Contains(t))];

    private static HashSet<Type> Entities() =>
    [
        .. Services.SelectMany(Written).Where(t => t.IsSubclassOf(typeof(DbContext))).SelectMany(t => t.GetProperties())
            .Select(p => p.PropertyType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbSet<>)).Select(t => t.GetGenericArguments()[0]),
    ];

    private static bool HasLifecycle(Type type) => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Any(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(Lifecycle<>));
}
