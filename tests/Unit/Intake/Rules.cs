using Coordination.Intake;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Intake;

/// <summary>The shipped packages as Intake reads them, and a moment to start from.</summary>
internal static class Rules
{
    public static readonly IntakeRules Shipped = new(PackageReader.Read("cn-default"));
    public static readonly DateTimeOffset T0 = new(2010, 7, 27, 20, 0, 0, TimeSpan.FromHours(8));

    public static Place Place(double? latitude = 43.6, double? longitude = 126.5, string area = "220221") => new(area, latitude, longitude);
}
