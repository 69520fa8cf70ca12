using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Sessions;

/// <summary>What a person's sign-in left, in the session's file.</summary>
/// <param name="Access">For calls, until its end.</param>
/// <param name="End">When <paramref name="Access"/> ends.</param>
/// <param name="Refresh">For new ones; null where the provider gives none.</param>
internal sealed record KeptTokens(string Access, DateTimeOffset End, string? Refresh)
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);

    /// <summary>A provider that gives no new refresh token leaves the old one good.</summary>
    internal static KeptTokens Of(JsonObject answer, string? refresh, TimeProvider time) => new(
        answer["access_token"]!.GetValue<string>(),
        time.GetUtcNow() + (answer["expires_in"]?.GetValue<double>() is { } seconds ? TimeSpan.FromSeconds(seconds) : Unsaid),
        answer["refresh_token"]?.GetValue<string>() ?? refresh);

    /// <summary>Good for a call that begins now.</summary>
    internal bool IsFresh(TimeProvider time) => End - time.GetUtcNow() > TimeSpan.FromSeconds(30);
}
