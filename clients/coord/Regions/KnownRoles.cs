using Coordination.Contracts;

namespace Coordination.CommandLine.Regions;

/// <summary>The roles that a token may carry.</summary>
internal static class KnownRoles
{
    internal static readonly IReadOnlySet<string> All =
        typeof(Roles).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToHashSet();

    /// <summary>How an option says them.</summary>
    internal static string Described => $"A role; may be given more than once: {Listed}.";

    /// <summary>All, one after the other.</summary>
    internal static string Listed => string.Join(", ", typeof(Roles).GetFields().Select(f => (string)f.GetRawConstantValue()!));
}
