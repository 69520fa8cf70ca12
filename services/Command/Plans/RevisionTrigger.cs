namespace Coordination.Command.Plans;

/// <summary>Why a plan is revised (预案管理办法: triggers of revision).</summary>
public enum RevisionTrigger
{
    /// <summary>The law or a superior plan changed.</summary>
    LawChanged,
    /// <summary>The command organisation changed.</summary>
    CommandChanged,
    /// <summary>The risk changed.</summary>
    RiskChanged,
    /// <summary>Key resources changed.</summary>
    ResourcesChanged,
    /// <summary>A drill showed it.</summary>
    DrillFinding,
    /// <summary>An incident showed it.</summary>
    IncidentLesson,
    /// <summary>The evaluation after three years.</summary>
    PeriodicEvaluation,
}
