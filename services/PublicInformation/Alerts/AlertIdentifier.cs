using System.Numerics;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// How an alert is named. Where the package gives no <c>oid</c>: ZZZZZZDDDUUUXX_YYYYMMDDhhmmss_N (GB/T 35965.1-2018 family): area 6, agency 3, unit 3, extension 2, entry time in Beijing time,
/// serial 0 to 9. Else a name below that object identifier, as the register of alerting authorities names them: entry time (UTC) and serial; below <c>2.25</c>, which nobody need apply for, the
/// number that the alert's own id is (ITU-T X.667).
/// </summary>
internal static class AlertIdentifier
{
    private const string OfIds = "2.25";

    /// <summary>What the names of one second begin with; the whole name where it is of the id.</summary>
    public static string Stem(Guid id, string area, string agency, AlertSettings settings, DateTimeOffset entered) => settings.Oid switch
    {
        "" => $"{area}{settings.AgencyCodes.GetValueOrDefault(agency, settings.AgencyCode)}{settings.UnitCode}{settings.Extension}_{entered.ToOffset(TimeSpan.FromHours(8)):yyyyMMddHHmmss}_",
        OfIds => $"urn:oid:{OfIds}.{new BigInteger(id.ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true)}",
        // An arc has no zero before its digits.
        var root => $"urn:oid:{root}.{entered.UtcDateTime:yyyy.M.d.H.m.s}.",
    };

    /// <summary>The sender's area that a name of the national pattern begins with; other names have none, and need none.</summary>
    public static string AreaOf(string identifier) => identifier.Length == 31 && identifier[..6].All(char.IsAsciiDigit) ? identifier[..6] : "000000";

    /// <summary>The next name of the second. Ten fit into the national pattern; an eleventh must wait for the next second.</summary>
    public static (string?, Refusal?) Next(string stem, int taken, AlertSettings settings) => settings.Oid switch
    {
        OfIds => (stem, null),
        "" when taken >= 10 => (null, new Refusal("identifier-exhausted", "Ten alerts were entered in this second; enter it again in the next.")),
        _ => ($"{stem}{taken}", null),
    };
}

/// <summary>The package's section <c>alerts</c>.</summary>
public sealed class AlertSettings
{
    private string oid = "";

    /// <summary>The object identifier below which alerts are named (<c>2.49.0.1.…</c> of the register of alerting authorities, or <c>2.25</c>); empty for the national pattern.</summary>
    /// <exception cref="InvalidDataException">It is no object identifier.</exception>
    public string Oid
    {
        get => oid;
        set => oid = value.Length == 0 || (value.Contains('.', StringComparison.Ordinal) && value.Split('.').All(IsArc)) ? value : throw new InvalidDataException($"oid: '{value}' is no object identifier; write numbers joined by dots.");
    }
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
    /// <summary>What a cancellation says in each language where its author says nothing; <c>{headline}</c> is that of the alert.</summary>
    public List<CancelWords> CancelWords { get; set; } = [];
    /// <summary>Who else may update and cancel the alerts of a sender.</summary>
    public Dictionary<string, List<string>> Successors { get; set; } = [];
    /// <summary>How long an alert of others holds that names no end, hours.</summary>
    public int WithoutExpiryHours { get; set; } = 24;

    private static bool IsArc(string arc) => arc.Length is > 0 and <= 39 && arc.All(char.IsAsciiDigit) && (arc.Length == 1 || arc[0] != '0');

    internal TimeSpan WithoutExpiry => TimeSpan.FromHours(WithoutExpiryHours);
}
