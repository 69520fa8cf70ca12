using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Jurisdictions;

/// <summary>
/// The tree as it stood at one moment: report chains, level authority and call-up climb it (domain.md D). Pure: made from records, it decides
/// without asking anyone.
/// </summary>
internal sealed class JurisdictionTree(
    IReadOnlyCollection<Jurisdiction> nodes, IReadOnlyCollection<AuthorityGrant> grants, IReadOnlyCollection<AgencyPlacement> placements, AuthorityRules rules, DateTimeOffset at)
{
    private readonly Dictionary<string, Jurisdiction> byCode = nodes.Where(n => n.HoldsAt(at)).GroupBy(n => n.Code).ToDictionary(g => g.Key, g => g.OrderBy(n => n.ValidFrom).Last());

    public Jurisdiction? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Null for a node of the tree at this moment.</summary>
    public Refusal? RefuseUnknown(string code) => Find(code) is null ? Refusal.Invalid("/jurisdiction", "unknown-jurisdiction", "There is no such node of the tree now.") : null;

    /// <summary>The node and all above it, nearest first.</summary>
    public IReadOnlyList<Jurisdiction> Chain(string code)
    {
        var chain = new List<Jurisdiction>();
        for (var node = Find(code); node is not null && !chain.Contains(node); node = node.Parent is null ? null : Find(node.Parent)) chain.Add(node);
        return chain;
    }

    /// <summary>Where a report of this jurisdiction goes: each body on duty from here upward, nearest first. A level without a body is passed over.</summary>
    public IReadOnlyList<ChainStep> ReportChain(string code) => Bodies(code, AuthorityPower.KeepDuty);

    /// <summary>Who holds a power here and above, nearest first. A level without such a body is passed over.</summary>
    public IReadOnlyList<ChainStep> Bodies(string code, AuthorityPower power) =>
        [.. Chain(code).Select(n => new ChainStep(n.Code, n.Tier, [.. Holders(n.Code, power)])).Where(s => s.Agencies.Count > 0)];

    /// <summary>True when the agency holds the power here or above.</summary>
    public bool May(string agency, AuthorityPower power, string code) => Chain(code).Any(n => Holders(n.Code, power).Contains(agency));

    /// <summary>Null when the agency may set the level here; otherwise why not, and who may.</summary>
    public Refusal? MaySet(string agency, ResponseGrade level, string code) => Judge(
        agency, AuthorityPower.SetResponseLevels, code, tier => rules.ResponseLevels.TryGetValue(tier, out var list) && list.Contains(level), $"response level {level}");

    /// <summary>True where the package says which tier confirms the grade.</summary>
    public bool NamesGrade(IncidentGrade grade) => rules.Grades.Values.Any(l => l.Contains(grade));

    /// <summary>Null when the agency may confirm the grade here: whoever may set response levels at a tier that the package names for it. Otherwise why not, and who may.</summary>
    public Refusal? MayConfirm(string agency, IncidentGrade grade, string code) => Judge(
        agency, AuthorityPower.SetResponseLevels, code, tier => rules.Grades.TryGetValue(tier, out var list) && list.Contains(grade), $"grade {grade}");

    /// <summary>True where it is said who investigates an accident of the grade here: the package names a tier for it, or somebody here or above sets response levels.</summary>
    public bool NamesInvestigator(IncidentGrade? grade, string code) => NamesTier(grade) || Bodies(code, AuthorityPower.SetResponseLevels).Count > 0;

    /// <summary>
    /// Null when the agency may investigate an accident of the grade here: whoever may set response levels at a tier that the package names for it, or, where it names
    /// none or no grade is confirmed, here or above. Otherwise why not, and who may.
    /// </summary>
    public Refusal? MayInvestigate(string agency, IncidentGrade? grade, string code) => Judge(
        agency, AuthorityPower.SetResponseLevels, code, tier => !NamesTier(grade) || (rules.Investigations.TryGetValue(tier, out var list) && list.Contains(grade!.Value)),
        grade is null ? "an investigation" : $"an investigation of grade {grade}");

    /// <summary>Null when the agency may issue a warning of the colour here; otherwise why not, and who may.</summary>
    public Refusal? MayWarn(string agency, WarningLevel level, string code) => Judge(
        agency, AuthorityPower.IssueWarnings, code, tier => rules.Warnings.TryGetValue(tier, out var list) && list.Contains(level), $"a {level} warning");

    /// <summary>
    /// Null when the agency keeps the duty here or above, so that its lead may act alone in an emergency. Where the tree names nobody, the one on the
    /// spot acts: nobody waits because a register is empty.
    /// </summary>
    public Refusal? MayActAlone(string agency, string code)
    {
        var onDuty = Chain(code).SelectMany(n => Holders(n.Code, AuthorityPower.KeepDuty)).Distinct().ToList();
        return onDuty.Count == 0 || onDuty.Contains(agency) ? null : Refusal.Forbidden("no-authority", $"The duty in {code} is kept by {string.Join(", ", onDuty)}.");
    }

    /// <summary>True when a place is another or lies in it; finer areas than the tree has too.</summary>
    public bool IsWithin(string code, string place) => code == place || Chain(code).Any(n => n.Code == place) || (code.All(char.IsAsciiDigit) && AreaCodes.IsWithin(code, place));

    /// <summary>The nodes next below.</summary>
    public IEnumerable<Jurisdiction> Below(string code) => byCode.Values.Where(n => n.Parent == code);

    /// <summary>The agency's placement, or null.</summary>
    public AgencyPlacement? Placement(string agency) => placements.Where(p => p.Agency == agency && p.HoldsAt(at)).OrderBy(p => p.ValidFrom).LastOrDefault();

    /// <summary>The agency's place in the tree, or null.</summary>
    public string? PlaceOf(string agency) => Placement(agency)?.Jurisdiction;

    /// <summary>The body on duty next above a place that was not asked before, or null when all were.</summary>
    public string? NextAbove(string code, IReadOnlyCollection<string> asked) => ReportChain(code).SelectMany(s => s.Agencies).FirstOrDefault(a => !asked.Contains(a));

    /// <summary>
    /// Who is told next that one who was asked is silent: the body on duty next above its place, or above the given one where it has none, at last who asked. Null
    /// when all of them were told.
    /// </summary>
    public string? NextTold(string silent, string place, IEnumerable<string> told, string? asker)
    {
        List<string> before = [silent, .. told];
        return NextAbove(PlaceOf(silent) ?? place, before) ?? (asker is null || before.Contains(asker) ? null : asker);
    }

    /// <summary>True when the tree places agencies at the node or below: where it places none, none can be missed.</summary>
    public bool PlacesAgencies(string code) => placements.Any(p => p.HoldsAt(at) && Chain(p.Jurisdiction).Any(n => n.Code == code));

    /// <summary>True when the agency has a place in the tree, or a power.</summary>
    public bool Knows(string agency) => PlaceOf(agency) is not null || grants.Any(g => g.Agency == agency && g.HoldsAt(at));

    /// <summary>False for an area that cannot be: the tree has others where it would lie. Finer areas than the tree has, and names of places, are taken as they are.</summary>
    public bool HasPlace(string code)
    {
        if (Find(code) is not null || byCode.Count == 0 || !code.All(char.IsAsciiDigit)) return true;
        var around = Around(code);
        return around is not null && !Below(around).Any();
    }

    /// <summary>The lowest node in which an area lies, or null.</summary>
    public string? Around(string area) => byCode.Keys.Where(k => AreaCodes.IsWithin(area, k)).MaxBy(k => Chain(k).Count);

    private bool NamesTier(IncidentGrade? grade) => grade is { } known && rules.Investigations.Values.Any(l => l.Contains(known));

    private Refusal? Judge(string agency, AuthorityPower power, string code, Func<JurisdictionTier, bool> tierMay, string what)
    {
        var able = Chain(code).Where(n => tierMay(n.Tier)).ToList();
        if (able.Any(n => Holders(n.Code, power).Contains(agency))) return null;
        var who = able.SelectMany(n => Holders(n.Code, power)).Distinct().ToList();
        return Refusal.Forbidden("no-authority", who.Count > 0
            ? $"{what} in {code} is for {string.Join(", ", who)}: ask them."
            : $"Nobody in {code} or above holds the power to set {what}.");
    }

    private IEnumerable<string> Holders(string code, AuthorityPower power) =>
        grants.Where(g => g.Jurisdiction == code && g.Power == power && g.HoldsAt(at)).Select(g => g.Agency).Distinct();
}

/// <summary>A step of a report chain, or of another chain of bodies.</summary>
/// <param name="Jurisdiction">Code of the node.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Agencies">The bodies on duty there, or those that hold the power that was asked for.</param>
public sealed record ChainStep(string Jurisdiction, JurisdictionTier Tier, IReadOnlyList<string> Agencies);
