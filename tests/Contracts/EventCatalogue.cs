using System.Reflection;
using Coordination.Contracts;

namespace Coordination.Tests.ContractTests;

/// <summary>Every event that the contracts know, by its name on the wire.</summary>
internal static class EventCatalogue
{
    internal static IReadOnlyList<Type> Records { get; } =
        [.. typeof(IEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IEvent)) && !t.IsInterface).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    internal static IReadOnlyList<(string Name, Type Type)> All { get; } =
        [.. Records.Where(t => t.IsDefined(typeof(EventTypeAttribute))).Select(t => (NameOf(t), t)).OrderBy(e => e.Item1, StringComparer.Ordinal)];

    /// <summary>Event types as data of a theory.</summary>
    internal static TheoryData<string> Names { get; } = [.. All.Select(e => e.Name)];

    internal static Type Find(string name) => All.First(e => e.Name == name).Type;

    internal static EventTypeAttribute LabelOf(string name) => Find(name).GetCustomAttribute<EventTypeAttribute>()!;

    private static string NameOf(Type type) => type.GetCustomAttribute<EventTypeAttribute>()!.Name;
}
