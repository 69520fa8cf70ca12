using Coordination.Platform;
using Coordination.Resources.Requests;

namespace Coordination.Resources.LivingSupport;

/// <summary>What people in an emergency need to live on, as a number and never as a list of them, and the lines of requests that are to bring it.</summary>
internal sealed class LivingNeed
{
    private LivingNeed() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public Guid IncidentId { get; private set; }
    public LivingNeedKind Kind { get; private set; }
    /// <summary>Where it is needed: a shelter, a village.</summary>
    public string Place { get; private set; } = "";
    public int Needed { get; private set; }
    /// <summary>Lines of this agency's own requests.</summary>
    public List<Guid> Lines { get; private set; } = [];
    public DateTimeOffset ChangedAt { get; private set; }

    public static LivingNeed State(Guid id, Guid? exercise, string agency, Guid incident, LivingNeedKind kind, string place, int needed, DateTimeOffset at) => new()
    {
        Id = id,
        ExerciseId = exercise,
        Agency = agency,
        IncidentId = incident,
        Kind = kind,
        Place = place,
        Needed = needed,
        ChangedAt = at,
    };

    /// <summary>So many are needed now, and these lines are to bring them; zero where nothing more is.</summary>
    public void Revise(int needed, IEnumerable<Guid> lines, DateTimeOffset at)
    {
        (Needed, Lines, ChangedAt) = (needed, [.. lines.Distinct()], at);
        Version++;
    }

    /// <summary>How many are asked for and how many are committed, by the lines as they stand; what went home again meets nothing.</summary>
    public (long Requested, long Committed) Met(IEnumerable<Line> lines) => lines.Where(l => Lines.Contains(l.Id))
        .Aggregate((0L, 0L), (sum, l) => (sum.Item1 + (l.TakesAsks ? l.Approved ?? l.Quantity : Committed(l)), sum.Item2 + Committed(l)));

    /// <summary>What was eaten and drunk has met the need, though who brought it is home.</summary>
    private int Committed(Line line) => Kind is LivingNeedKind.Meals or LivingNeedKind.DrinkingWater ? line.Committed : line.Engaged;
}

/// <summary>What people need to live on.</summary>
public enum LivingNeedKind
{
    /// <summary>Places in a shelter.</summary>
    ShelterPlaces,
    /// <summary>Meals a day.</summary>
    Meals,
    /// <summary>Litres of drinking water a day.</summary>
    DrinkingWater,
    /// <summary>Blankets.</summary>
    Blankets,
    /// <summary>Tents.</summary>
    Tents,
    /// <summary>Toilets.</summary>
    Toilets,
    /// <summary>Places where families are received.</summary>
    FamilyReceptionPlaces,
}
