using System.Collections.Frozen;
using Coordination.Contracts.Events;

namespace Coordination.Contracts;

/// <summary>
/// The shipped event codes of the national warning system, and the kind of event each names. Closed: a jurisdiction package
/// selects and translates, it never adds one.
/// </summary>
public static class EventCodes
{
    /// <summary>Name of the code system, as CAP and EDXL carry it.</summary>
    public const string System = "cn-warning";

    /// <summary>Every code and its kind.</summary>
    public static FrozenDictionary<string, EventKind> Kinds { get; } = new Dictionary<string, EventKind>(StringComparer.Ordinal)
    {
        ["11A01"] = EventKind.FloodOrDrought, // flood 洪水
        ["11A02"] = EventKind.FloodOrDrought, // waterlogging 内涝
        ["11A51"] = EventKind.FloodOrDrought, // flash flood 山洪
        ["11B01"] = EventKind.Meteorological, // typhoon
        ["11B03"] = EventKind.Meteorological, // rainstorm
        ["11B04"] = EventKind.Meteorological, // snowstorm
        ["11B05"] = EventKind.Meteorological, // cold wave
        ["11B06"] = EventKind.Meteorological, // gale
        ["11B07"] = EventKind.Meteorological, // sandstorm
        ["11B09"] = EventKind.Meteorological, // heat
        ["11B14"] = EventKind.Meteorological, // lightning
        ["11B15"] = EventKind.Meteorological, // hail
        ["11B16"] = EventKind.Meteorological, // frost
        ["11B17"] = EventKind.Meteorological, // fog
        ["11B19"] = EventKind.Meteorological, // haze
        ["11B20"] = EventKind.Meteorological, // thunder-gale
        ["11B21"] = EventKind.Meteorological, // road icing
        ["11B22"] = EventKind.FloodOrDrought, // drought
        ["11B25"] = EventKind.ForestFire, // forest-fire weather
        ["11B29"] = EventKind.EnvironmentalPollution, // pollution
        ["11C02"] = EventKind.Earthquake, // earthquake
        ["11D01"] = EventKind.Geological, // landslide
        ["11D02"] = EventKind.Geological, // mudslide
        ["11E02"] = EventKind.Marine, // storm surge
        ["11E06"] = EventKind.Marine, // wave
        ["11G01"] = EventKind.ForestFire, // forest fire
        ["11G05"] = EventKind.ForestFire, // grassland fire
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The category that a kind belongs to.</summary>
    public static IncidentCategory CategoryOf(EventKind kind) => kind switch
    {
        <= EventKind.Marine => IncidentCategory.NaturalDisaster,
        <= EventKind.EnvironmentalPollution => IncidentCategory.Accident,
        <= EventKind.AnimalDisease => IncidentCategory.PublicHealth,
        _ => IncidentCategory.PublicSafety,
    };
}
