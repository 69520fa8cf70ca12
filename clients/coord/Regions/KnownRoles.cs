using Coordination.Contracts;

namespace Coordination.CommandLine.Regions;

/// <summary>The roles that a token may carry.</summary>
internal static class KnownRoles
{
    internal static readonly IReadOnlySet<string> All =
        typeof(Roles).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
}
