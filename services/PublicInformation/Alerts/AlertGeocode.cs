using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>A place by the code of another system.</summary>
/// <param name="ValueName">Name of the system, for example <c>UGC</c>.</param>
/// <param name="Value">The code.</param>
public sealed record AlertGeocode([property: Text(100)] string ValueName, [property: Text(100)] string Value);
