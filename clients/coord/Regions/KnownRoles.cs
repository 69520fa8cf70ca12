using Coordination.Contracts;

namespace Coordination.CommandLine.Regions;

/// <summary>The roles that a token may carry, as people are told of them.</summary>
internal static class KnownRoles
{
    /// <summary>How an option says them.</summary>
    internal static string Described => $"A role; may be given more than once: {Listed}.";

    /// <summary>All, one after the other.</summary>
    internal static string Listed => string.Join(", ", Roles.All);
}
