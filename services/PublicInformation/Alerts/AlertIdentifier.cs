using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// How an alert is named: ZZZZZZDDDUUUXX_YYYYMMDDhhmmss_N (GB/T 35965.1-2018 family): area 6, agency 3, unit 3, extension 2, entry time in
/// Beijing time, serial 0 to 9.
/// </summary>
internal static class AlertIdentifier
{
    public static string Stem(string area, string agency, AlertSettings settings, DateTimeOffset entered) =>
        $"{area}{settings.AgencyCodes.GetValueOrDefault(agency, settings.AgencyCode)}{settings.UnitCode}{settings.Extension}_{entered.ToOffset(TimeSpan.FromHours(8)):yyyyMMddHHmmss}_";

    /// <summary>The next name of the second. Ten fit; an eleventh must wait for the next second.</summary>
    public static (string?, Refusal?) Next(string stem, int taken) => taken < 10
        ? ($"{stem}{taken}", null)
        : (null, new Refusal("identifier-exhausted", "Ten alerts were entered in this second; enter it again in the next."));
}

/// <summary>The package's section <c>alerts</c>.</summary>
public sealed class AlertSettings
{
    /// <summary>GB/T 4657 code, 3 characters, of an agency without one of its own.</summary>
    public string AgencyCode { get; set; } = "000";
    /// <summary>GB/T 4657 codes by agency id.</summary>
    public Dictionary<string, string> AgencyCodes { get; set; } = [];
    /// <summary>Unit, 3 characters.</summary>
    public string UnitCode { get; set; } = "000";
    /// <summary>Extension, 2 characters.</summary>
    public string Extension { get; set; } = "01";
    /// <summary>Name of the system of area codes, as CAP's geocode carries it.</summary>
    public string AreaCodeSystem { get; set; } = "GB/T 2260";
    /// <summary>Name of the system of event codes, as CAP's eventCode carries it.</summary>
    public string EventCodeSystem { get; set; } = "cn-warning";
    /// <summary>Keys that alerts of others are signed with, by their sender: SHA-256 digests of SubjectPublicKeyInfo, hexadecimal.</summary>
    public Dictionary<string, List<string>> TrustedKeys { get; set; } = [];
    /// <summary>Who else may update and cancel the alerts of a sender.</summary>
    public Dictionary<string, List<string>> Successors { get; set; } = [];
    /// <summary>How long an alert of others holds that names no end, hours.</summary>
    public int WithoutExpiryHours { get; set; } = 24;

    internal TimeSpan WithoutExpiry => TimeSpan.FromHours(WithoutExpiryHours);
}
