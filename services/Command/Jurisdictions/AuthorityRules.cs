using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.Command.Jurisdictions;

/// <summary>Which tier may set what: the package's section <c>authority</c> (domain.md B2, B3).</summary>
public sealed class AuthorityRules
{
    /// <summary>Response levels by tier.</summary>
    public Dictionary<JurisdictionTier, List<ResponseGrade>> ResponseLevels { get; set; } = [];

    /// <summary>Grades that a tier confirms; where none is named, whoever leads the incident confirms.</summary>
    public Dictionary<JurisdictionTier, List<IncidentGrade>> Grades { get; set; } = [];

    /// <summary>Grades of accidents that a tier investigates; where none is named, whoever sets response levels at the incident's place or above.</summary>
    public Dictionary<JurisdictionTier, List<IncidentGrade>> Investigations { get; set; } = [];

    /// <summary>Warning colours by tier.</summary>
    public Dictionary<JurisdictionTier, List<WarningLevel>> Warnings { get; set; } = [];
}
