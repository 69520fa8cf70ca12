using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>A file that belongs to an alert: by its address, or within it.</summary>
/// <param name="Description">What it shows.</param>
/// <param name="MimeType">Its type, for example <c>image/png</c>.</param>
/// <param name="Uri">Where it lies: https; where its content is given, the name of the file will do.</param>
/// <param name="DerefUri">Its content, Base64: for channels that reach no address. At most 24,000 characters, 48,000 in an alert.</param>
public sealed record AlertResource(
    [property: Text(200)] string Description, [property: Text(100)] string MimeType, [property: Text(2000)] string? Uri = null, [property: Text(24_000)] string? DerefUri = null);
