using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What fills a blank.</summary>
/// <param name="Name">Of the blank.</param>
/// <param name="Value">What stands there instead.</param>
/// <param name="Language">The language that it is for; all where it is not given.</param>
public sealed record AlertBlank([property: Text(30)] string Name, [property: Text(200)] string Value, [property: Text(20)] string? Language = null);
