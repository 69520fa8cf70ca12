using Coordination.Contracts.Events;

namespace Coordination.Command.Grades;

/// <summary>The package's section <c>grades</c>: from how many casualties an event has a grade (for accidents: 条例493 Art. 3, bounds inclusive).</summary>
public sealed class GradeThresholds
{
    /// <summary>Each row proposes its grade when its measure is reached.</summary>
    public List<GradeThreshold> Rows { get; set; } = [];

    /// <summary>The highest grade that any row proposes for these counts, or null.</summary>
    internal IncidentGrade? For(IncidentCategory category, EventKind kind, IReadOnlyList<string> chain, IReadOnlyCollection<CasualtyCount> counts)
    {
        var fitting = Rows.Where(r => r.Category == category && (r.Kind is null || r.Kind == kind) && (r.Jurisdiction is null || chain.Contains(r.Jurisdiction))).ToList();
        // A jurisdiction's own row for a grade and measure replaces the general one.
        var rows = fitting.GroupBy(r => (r.Grade, r.Measure)).Select(g => g.OrderBy(r => r.Jurisdiction is null).ThenBy(r => r.Kind is null).First());
        return rows.Where(r => r.Reached(counts)).Select(r => (IncidentGrade?)r.Grade).Max();
    }
}

/// <summary>One threshold.</summary>
public sealed class GradeThreshold
{
    /// <summary>The grade it proposes.</summary>
    public IncidentGrade Grade { get; set; }
    /// <summary>For events of this category.</summary>
    public IncidentCategory Category { get; set; }
    /// <summary>For this kind only.</summary>
    public EventKind? Kind { get; set; }
    /// <summary>For this jurisdiction and those below it only.</summary>
    public string? Jurisdiction { get; set; }
    /// <summary>What is measured.</summary>
    public GradeMeasure Measure { get; set; }
    /// <summary>From this count on.</summary>
    public int From { get; set; }
    /// <summary>Law or rule it comes from.</summary>
    public string Basis { get; set; } = "";

    internal bool Reached(IReadOnlyCollection<CasualtyCount> counts) => From > 0 && Sum(counts) >= From;

    private long Sum(IReadOnlyCollection<CasualtyCount> counts) => Measure switch
    {
        GradeMeasure.Dead => Count(counts, CasualtyKind.Dead),
        GradeMeasure.DeadOrMissing => Count(counts, CasualtyKind.Dead) + Count(counts, CasualtyKind.Missing),
        GradeMeasure.Injured => Count(counts, CasualtyKind.Injured),
        _ => Count(counts, CasualtyKind.Evacuated),
    };

    private static long Count(IReadOnlyCollection<CasualtyCount> counts, CasualtyKind kind) => counts.Where(c => c.Kind == kind).Sum(c => (long)c.Count);
}

/// <summary>What a threshold counts.</summary>
public enum GradeMeasure
{
    /// <summary>Dead.</summary>
    Dead,
    /// <summary>Dead and missing.</summary>
    DeadOrMissing,
    /// <summary>Injured, acute poisoning and illness included.</summary>
    Injured,
    /// <summary>Evacuated or relocated.</summary>
    Evacuated,
}
