using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Releases;

/// <summary>What this service knows of an incident, from Command's events: enough to run the release clocks and to know who may speak.</summary>
internal sealed class InformedIncident
{
    private InformedIncident() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public IncidentCategory Category { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    public IncidentGrade? Grade { get; private set; }
    public DateTimeOffset ConfirmedAt { get; private set; }
    public bool ResponseEnded { get; private set; }
    /// <summary>Agencies that may speak; while empty, any may, except where the package asks for a grant.</summary>
    public List<string> Spokespersons { get; private set; } = [];
    /// <summary>Null where an older version heard of it.</summary>
    public EventKind? Kind { get; private set; }
    public string? EventCode { get; private set; }

    /// <summary>Grades exist for three categories only; where there is none yet, the strictest duty holds (B7: 重大 and above).</summary>
    public bool OwesPressConference => Category != IncidentCategory.PublicSafety && Grade is null or >= IncidentGrade.Major;

    public ClockScope Scope() => new(Jurisdiction, $"{Category}", Grade?.ToString());

    public static InformedIncident Of(IncidentConfirmed e, Guid? exercise) => new()
    {
        Id = e.IncidentId,
        ExerciseId = exercise,
        Category = e.Category,
        Kind = e.Kind,
        EventCode = e.EventCode,
        Jurisdiction = e.Jurisdiction,
        Grade = e.Grade,
        ConfirmedAt = e.ConfirmedAt,
    };

    /// <summary>Health facts come from who is authorised only (条例376号 Art. 25): the package names the categories that need a grant.</summary>
    public Refusal? MaySpeak(string agency, SpokespersonRules rules)
    {
        if (Spokespersons.Contains(agency)) return null;
        if (Spokespersons.Count > 0) return Refusal.Forbidden("not-the-spokesperson", $"For this incident {string.Join(", ", Spokespersons)} speaks.");
        return rules.GrantRequired.Contains(Category) ? Refusal.Forbidden("no-spokesperson", "In this category an agency speaks only after a grant; none is given yet.") : null;
    }

    public void SetSpokesperson(string agency, bool may)
    {
        if (Spokespersons.Contains(agency) == may) return;
        Spokespersons = may ? [.. Spokespersons, agency] : [.. Spokespersons.Where(s => s != agency)];
        Version++;
    }

    public void Regrade(IncidentGrade grade)
    {
        if (Grade == grade) return;
        Grade = grade;
        Version++;
    }

    public void End() => Set(ended: true);

    public void Reopen() => Set(ended: false);

    private void Set(bool ended)
    {
        if (ResponseEnded == ended) return;
        ResponseEnded = ended;
        Version++;
    }
}

/// <summary>The package's section <c>spokespersons</c>.</summary>
public sealed class SpokespersonRules
{
    /// <summary>Categories in which no agency speaks without a grant.</summary>
    public List<IncidentCategory> GrantRequired { get; set; } = [];
}
