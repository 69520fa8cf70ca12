using System.ComponentModel.DataAnnotations;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What is said in one language.</summary>
/// <param name="Language">RFC 3066, for example <c>zh-CN</c>.</param>
/// <param name="Headline">One line, under 140 characters; it does not repeat the description.</param>
/// <param name="Description">What happens.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Event">What it is called in this language; the kind's name where it is not given.</param>
/// <param name="SenderName">The issuing body in this language.</param>
/// <param name="AreaNames">The areas in this language, one for each and in their order.</param>
/// <param name="Audience">Whom it concerns.</param>
/// <param name="Web">Where more is said: an absolute address, https or http.</param>
/// <param name="Resources">Pictures, maps, sound.</param>
public sealed record AlertText(
    [property: Text(20)] string Language, [property: Text(140)] string Headline, [property: Text(2000)] string Description, [property: Text(2000)] string Instruction,
    [property: Text(35)] string? Event = null, [property: Text(100)] string? SenderName = null, [property: Items(1, 50)] IReadOnlyList<string>? AreaNames = null,
    [property: Text(200)] string? Audience = null, [property: Text(2000)] string? Web = null, [property: Items(1, 5)] IReadOnlyList<AlertResource>? Resources = null);

/// <summary>A file that belongs to an alert: by its address, or within it.</summary>
/// <param name="Description">What it shows.</param>
/// <param name="MimeType">Its type, for example <c>image/png</c>.</param>
/// <param name="Uri">Where it lies: https; where its content is given, the name of the file will do.</param>
/// <param name="DerefUri">Its content, Base64: for channels that reach no address. At most 24,000 characters, 48,000 in an alert.</param>
public sealed record AlertResource(
    [property: Text(200)] string Description, [property: Text(100)] string MimeType, [property: Text(2000)] string? Uri = null, [property: Text(24_000)] string? DerefUri = null);

/// <summary>Where it holds: a description, a code, and a circle or polygon where one is known.</summary>
/// <param name="Description">The place in words.</param>
/// <param name="AreaCode">GB/T 2260 or the package's own code system.</param>
/// <param name="Latitude">Middle of the circle, WGS 84 degrees.</param>
/// <param name="Longitude">Middle of the circle, WGS 84 degrees.</param>
/// <param name="RadiusKm">Radius of the circle, kilometres.</param>
/// <param name="Polygon">At least four points, the first repeated at the end, no side crossing another.</param>
/// <param name="Geocodes">Codes of other systems, such as zones of forecast; those of the package's own system stand in <paramref name="AreaCode"/> alone.</param>
/// <param name="Altitude">Lowest height above the sea, feet.</param>
/// <param name="Ceiling">Greatest height, feet; only with the lowest, and not below it.</param>
public sealed record AlertArea(
    [property: Text(200)] string Description, [property: Text(12)] string AreaCode, [property: Range(-90.0, 90.0)] double? Latitude = null,
    [property: Range(-180.0, 180.0)] double? Longitude = null, [property: Range(0.0, 1000.0)] double? RadiusKm = null,
    [property: Items(4, 100)] IReadOnlyList<AlertPoint>? Polygon = null,
    [property: Items(1, 50)] IReadOnlyList<AlertGeocode>? Geocodes = null, [property: Range(-2000.0, 100_000.0)] double? Altitude = null, [property: Range(-2000.0, 100_000.0)] double? Ceiling = null);

/// <summary>A place by the code of another system.</summary>
/// <param name="ValueName">Name of the system, for example <c>UGC</c>.</param>
/// <param name="Value">The code.</param>
public sealed record AlertGeocode([property: Text(100)] string ValueName, [property: Text(100)] string Value);

/// <summary>A point, WGS 84 degrees.</summary>
public sealed record AlertPoint([property: Range(-90.0, 90.0)] double Latitude, [property: Range(-180.0, 180.0)] double Longitude);

/// <summary>An earlier message that this one refers to, as CAP names it.</summary>
internal sealed record AlertReference(Guid Id, string Sender, string Identifier, DateTimeOffset Sent, DateTimeOffset Expires);

/// <summary>CAP 1.2 urgency.</summary>
public enum AlertUrgency
{
    /// <summary>Act now.</summary>
    Immediate,
    /// <summary>Act within the hour.</summary>
    Expected,
    /// <summary>Act in the near future.</summary>
    Future,
    /// <summary>No longer needed.</summary>
    Past,
    /// <summary>Unknown.</summary>
    Unknown,
}

/// <summary>CAP 1.2 certainty.</summary>
public enum AlertCertainty
{
    /// <summary>It has happened or is happening.</summary>
    Observed,
    /// <summary>More than half likely.</summary>
    Likely,
    /// <summary>Half likely or less.</summary>
    Possible,
    /// <summary>Not expected.</summary>
    Unlikely,
    /// <summary>Unknown.</summary>
    Unknown,
}

/// <summary>CAP 1.2 responseType: what people are asked to do.</summary>
public enum AlertResponse
{
    /// <summary>Take shelter.</summary>
    Shelter,
    /// <summary>Leave.</summary>
    Evacuate,
    /// <summary>Make ready.</summary>
    Prepare,
    /// <summary>Do what was planned.</summary>
    Execute,
    /// <summary>Keep away.</summary>
    Avoid,
    /// <summary>Stay informed.</summary>
    Monitor,
    /// <summary>The danger is over.</summary>
    AllClear,
    /// <summary>Nothing.</summary>
    None,
}
