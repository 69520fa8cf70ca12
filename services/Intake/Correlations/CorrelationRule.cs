using Coordination.Contracts.Events;

namespace Coordination.Intake.Correlations;

/// <summary>How likeness is scored: weights whose sum is the score, so that the reasons explain it. Jurisdiction data.</summary>
internal sealed class CorrelationRule
{
    public double WindowMinutes { get; set; }
    public double RadiusMetres { get; set; }
    public int Threshold { get; set; }
    public int SameKind { get; set; }
    public int SameCategory { get; set; }
    public int NearInPlace { get; set; }
    public int SameArea { get; set; }
    public int NearInTime { get; set; }
    public int HazardLeadsToIt { get; set; }
    public List<HazardLeads> Leads { get; set; } = [];

    internal int Weight(CorrelationReason reason) => reason switch
    {
        CorrelationReason.SameKind => SameKind,
        CorrelationReason.SameCategory => SameCategory,
        CorrelationReason.NearInPlace => NearInPlace,
        CorrelationReason.SameArea => SameArea,
        CorrelationReason.NearInTime => NearInTime,
        CorrelationReason.HazardLeadsToIt => HazardLeadsToIt,
        _ => 0,
    };
}

/// <summary>Events that a kind of hazard leads to.</summary>
internal sealed class HazardLeads
{
    public HazardKind Hazard { get; set; }
    public List<EventKind> Kinds { get; set; } = [];
}
