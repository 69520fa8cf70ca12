namespace Coordination.Tests.Functional.Drills;

/// <summary>Agencies of the shipped drills that keep their own resources: where they are played, each has an instance with its own database and queue, on both fixtures. The others
/// share the region's, so that every act crosses from one instance to another.</summary>
internal static class OwnBooks
{
    private static readonly Dictionary<string, string[]> Agencies = new(StringComparer.Ordinal)
    {
        // Mutual aid between two cities, and requisition.
        ["e1-flood"] = [City, Neighbour],
        // Who asks for beds, and one of the hospitals that are asked; the other eleven are the region's.
        ["e2-rail-collision"] = ["zibo-health", "hospital-01"],
        // Who asks for doses and the wholesaler; the second district and the city are the region's.
        ["e3-food-cluster"] = ["changan-health", "taixing-wholesale"],
    };

    internal const string City = "jilin-city-hq";

    internal const string Neighbour = "changchun-hq";

    /// <summary>Instances of all drills, such as <c>resources@changchun-hq</c>.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. Agencies.Values.SelectMany(a => a).Select(a => $"resources@{a}")];

    /// <summary>Instances of one drill.</summary>
    internal static IReadOnlyList<string> Of(string drill) => Agencies.TryGetValue(drill, out var agencies) ? [.. agencies.Select(a => $"resources@{a}")] : [];
}
