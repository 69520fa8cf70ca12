using System.ComponentModel.DataAnnotations;

namespace Coordination.PublicInformation.Alerts;

/// <summary>A point, WGS 84 degrees.</summary>
public sealed record AlertPoint([property: Range(-90.0, 90.0)] double Latitude, [property: Range(-180.0, 180.0)] double Longitude);
