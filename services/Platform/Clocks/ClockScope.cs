namespace Coordination.Platform;

/// <summary>Where a clock runs; the most specific definition of the package wins (domain.md C7).</summary>
/// <param name="Jurisdiction">Code of the jurisdiction, GB/T 2260 for areas.</param>
/// <param name="Category">Category of the event.</param>
/// <param name="Grade">Grade of the event.</param>
/// <param name="Tier">Tier of the body that owes the duty, for example <c>county</c>.</param>
/// <param name="Level">Response or warning level.</param>
public sealed record ClockScope(
    string? Jurisdiction = null, string? Category = null, string? Grade = null, string? Tier = null, string? Level = null);
