using Coordination.Contracts.Events;

namespace Coordination.Intake.Reports;

/// <summary>The tier up to which a grade is reported.</summary>
internal sealed class GradeReach
{
    public IncidentGrade Grade { get; set; }
    public JurisdictionTier Tier { get; set; }
}
