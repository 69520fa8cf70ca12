using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Recommendations;

namespace Coordination.Resources.Types;

/// <summary>A kind of resource, as the jurisdiction package lists it (domain.md B10, C3).</summary>
public sealed class ResourceType
{
    /// <summary>A team capability or kind of goods in kebab-case, or a seven-digit code of GB/T 38565-2020.</summary>
    public string Code { get; set; } = "";
    /// <summary>What is counted.</summary>
    public string UnitOfMeasure { get; set; } = "";
    /// <summary>Whether it comes as units with crews, or as goods from stock.</summary>
    public ResourceForm Form { get; set; }
    /// <summary>Class of GB/T 38565-2020: 1 living, 2 equipment, 3 materials and machines. None for teams.</summary>
    public int? GoodsClass { get; set; }
    /// <summary>Its seven-digit code of GB/T 38565-2020, where the package knows it; nobody makes one up.</summary>
    public string? GoodsCode { get; set; }
    /// <summary>How much of its place in GB/T 38565-2020 is known.</summary>
    public GoodsCoding Coding => GoodsCode is not null || IsGoodsCode(Code) ? GoodsCoding.Code : GoodsClass is not null ? GoodsCoding.ClassOnly : GoodsCoding.None;
    /// <summary>NIMS kind of a unit: what it is made of; a team where the package does not say. Goods have none.</summary>
    public UnitKind? Kind { get; set; }
    /// <summary>NIMS type, 1 the most capable to 4; none where not typed.</summary>
    public int? NimsType { get; set; }
    /// <summary>What each of the type can do, in kebab-case.</summary>
    public IList<string> Capabilities { get; set; } = [];
    /// <summary>Days before expiry from which a lot counts as near expiry.</summary>
    public int NearExpiryDays { get; set; } = 90;
    /// <summary>Speed on the way where no road file tells, km/h: a fire engine's on common roads unless the package says otherwise.</summary>
    public double SpeedKilometresPerHour { get; set; } = 40;
    /// <summary>Codes of types for which this more capable one may come instead, one for one; counted in the same unit of measure.</summary>
    public IList<string> InsteadOf { get; set; } = [];

    /// <summary>Null when the type is sound; otherwise what is wrong.</summary>
    internal string? Fault()
    {
        if (Code.Length is 0 or > 40 || !Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) return $"resource type '{Code}': bad code";
        if (Code.All(char.IsAsciiDigit) && (Code.Length != 7 || Code[0] is < '1' or > '3' || (GoodsClass is { } g && g != Code[0] - '0')))
            return $"resource type {Code}: a GB/T 38565 code has 7 digits, the first is its class 1 to 3";
        if (GoodsClass is < 1 or > 3) return $"resource type {Code}: GB/T 38565 has classes 1 to 3";
        if (GoodsCode is { } goods && (!IsGoodsCode(goods) || (GoodsClass is { } k && k != goods[0] - '0')))
            return $"resource type {Code}: a GB/T 38565 code has 7 digits, the first is its class 1 to 3";
        if (Form == ResourceForm.Goods && Kind is not null) return $"resource type {Code}: only units have a kind";
        if (Capabilities.FirstOrDefault(c => c.Length is 0 or > 40 || !c.All(l => char.IsAsciiLetterLower(l) || l == '-')) is { } odd) return $"resource type {Code}: bad capability '{odd}'";
        if (NimsType is < 1 or > 4) return $"resource type {Code}: NIMS types are 1 to 4";
        if (UnitOfMeasure.Length is 0 or > 20) return $"resource type {Code}: unit of measure missing";
        if (SpeedKilometresPerHour is not (>= 1 and <= 900)) return $"resource type {Code}: speedKilometresPerHour must be 1 to 900";
        return NearExpiryDays is < 1 or > 3650 ? $"resource type {Code}: nearExpiryDays must be 1 to 3650" : null;
    }

    private static bool IsGoodsCode(string code) => code.Length == 7 && code.All(char.IsAsciiDigit) && code[0] is >= '1' and <= '3';
}

/// <summary>What a unit is made of (NIMS kind).</summary>
public enum UnitKind
{
    /// <summary>People who work together.</summary>
    Team,
    /// <summary>A vehicle or boat with its crew.</summary>
    Vehicle,
    /// <summary>A machine or device with who serves it.</summary>
    Equipment,
}

/// <summary>How much of a type's place in GB/T 38565-2020 is known.</summary>
public enum GoodsCoding
{
    /// <summary>Nothing: the standard has no class for it, or the package does not say.</summary>
    None,
    /// <summary>Its class, 1 to 3.</summary>
    ClassOnly,
    /// <summary>Its seven-digit code.</summary>
    Code,
}

/// <summary>How a resource comes.</summary>
public enum ResourceForm
{
    /// <summary>Units or teams.</summary>
    Unit,
    /// <summary>Goods from stock.</summary>
    Goods,
}

/// <summary>Section <c>resources</c> of the jurisdiction package.</summary>
internal sealed class ResourceSettings
{
    /// <summary>Minutes by which an expected arrival may slip before it is an alarm.</summary>
    public int EtaDriftMinutes { get; set; } = 10;
    /// <summary>Of the positions of a deployed unit, none is kept that comes sooner after the last one than so many seconds.</summary>
    public int PositionSeconds { get; set; } = 60;
    /// <summary>Metres from which a unit counts as having moved.</summary>
    public int PositionMetres { get; set; } = 50;
    /// <summary>Minutes without a position after which contact counts as lost.</summary>
    public int PositionStaleMinutes { get; set; } = 15;
    /// <summary>The types that may be asked for.</summary>
    public List<ResourceType> Types { get; set; } = [];
    /// <summary>What an agency keeps ready that is neither a unit nor goods.</summary>
    public List<ProvisionType> Provisions { get; set; } = [];
    /// <summary>What the ranking of what could go is made of.</summary>
    public RecommendationSettings Recommendation { get; set; } = new();

    /// <summary>Null when sound; otherwise what is wrong.</summary>
    internal string? Fault() => Types.Select(t => t.Fault()).FirstOrDefault(f => f is not null) ?? Types.Select(Unlike).FirstOrDefault(f => f is not null)
        ?? (PositionSeconds is < 60 or > 3600 || PositionMetres is < 50 or > 10_000 || PositionStaleMinutes is < 2 or > 720
            ? "positions: at most one in 60 seconds (positionSeconds to 3600) and 50 metres (positionMetres to 10000); positionStaleMinutes 2 to 720" : null)
        ?? Provisions.Select(p => p.Fault()).FirstOrDefault(f => f is not null) ?? Recommendation.Fault();

    private string? Unlike(ResourceType type) => type.InsteadOf.FirstOrDefault(code => code == type.Code || !Types.Exists(t => t.Code == code && t.UnitOfMeasure == type.UnitOfMeasure && t.Form == type.Form)) is { } wrong
        ? $"resource type {type.Code}: insteadOf names {wrong}, which is no other type of the same form and unit of measure" : null;
}

/// <summary>The catalogue at work; read once, so that a faulty package stops the start and not a call.</summary>
internal sealed class ResourceCatalogue
{
    private readonly Dictionary<string, ResourceType> byCode;

    public ResourceCatalogue(JurisdictionPackage package)
    {
        Settings = package.Section<ResourceSettings>("resources");
        if (Settings.Fault() is { } fault) throw new InvalidDataException($"resources.yaml: {fault}");
        byCode = Settings.Types.ToDictionary(t => t.Code, StringComparer.Ordinal);
    }

    public ResourceSettings Settings { get; }

    /// <summary>The type itself, and those that may come instead of it.</summary>
    public IReadOnlyList<ResourceType> ThatServe(ResourceType type) => [type, .. Settings.Types.Where(t => t.InsteadOf.Contains(type.Code))];

    /// <summary>Codes of the type itself, and of those that may come instead of it; the code alone where the package lists no such type any more.</summary>
    public IReadOnlyList<string> ThatServe(string code) => byCode.TryGetValue(code, out var type) ? [.. ThatServe(type).Select(t => t.Code)] : [code];

    /// <summary>The kind of provision, or null where the package lists none of the code.</summary>
    public ProvisionType? Provision(string code) => Settings.Provisions.Find(p => p.Code == code);

    /// <summary>What a unit of the type is made of; a team where the package lists no such type any more.</summary>
    public UnitKind KindOf(string code) => byCode.TryGetValue(code, out var type) ? type.Kind ?? UnitKind.Team : UnitKind.Team;

    public (ResourceType? Type, Refusal? Refusal) Find(string code, string pointer = "/typeCode") => byCode.TryGetValue(code, out var type)
        ? (type, null)
        : (null, Refusal.Invalid(pointer, "unknown-resource-type", "The jurisdiction package lists no such resource type."));
}
