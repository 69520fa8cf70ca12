using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Messages;

namespace Coordination.Intake.Documents;

/// <summary>Which kind of event the words and codes of other systems name. Closed; what is not here is left to a person.</summary>
internal static class Hazardous
{
    /// <summary>Weekly, monthly, periodic and silent tests, a demonstration (47 CFR 11.31).</summary>
    private static readonly string[] TestCodes = ["RWT", "RMT", "NPT", "DMO", "NST"];
    private static readonly string[] TestWords = ["test", "drill", "demo", "exercise", "演练", "演习", "测试"];

    /// <summary>The narrower first: the first that stands in the text governs.</summary>
    private static readonly (EventKind Kind, string[] Words)[] Words =
    [
        (EventKind.Marine, ["storm surge", "tsunami", "high surf", "rip current"]),
        (EventKind.ForestFire, ["wildfire", "forest fire", "grass fire", "bush fire", "bushfire", "brush fire", "fire weather", "red flag"]),
        (EventKind.WorkSafety, ["structure fire", "building fire", "mine collapse"]),
        (EventKind.Transport, ["derailment", "vehicle collision", "traffic collision", "motor vehicle accident", "aircraft crash"]),
        (EventKind.FloodOrDrought, ["flood", "flooding", "drought", "inondation"]),
        (EventKind.Earthquake, ["earthquake"]),
        (EventKind.Geological, ["landslide", "mudslide", "debris flow", "avalanche", "volcano"]),
        (EventKind.NuclearOrRadiation, ["nuclear", "radiological"]),
        (EventKind.EnvironmentalPollution, ["oil spill", "air quality", "air stagnation"]),
        (EventKind.Meteorological,
            ["thunderstorm", "tornado", "hurricane", "typhoon", "cyclone", "blizzard", "snow", "snowfall", "snow squall", "winter storm", "ice storm", "freezing rain", "rain", "rainfall",
                "rainstorm", "hail", "heat", "frost", "freeze", "wind", "fog", "sandstorm", "dust storm", "storm", "neige", "orage"]),
    ];

    /// <summary>Codes of the American warning system (47 CFR 11.31).</summary>
    private static readonly (EventKind Kind, string[] Codes)[] Codes =
    [
        (EventKind.FloodOrDrought, ["FFW", "FFA", "FFS", "FLW", "FLA", "FLS", "CFW", "CFA"]),
        (EventKind.Meteorological, ["TOR", "TOA", "SVR", "SVA", "SVS", "HUW", "HUA", "HLS", "TRW", "TRA", "BZW", "WSW", "WSA", "HWW", "HWA", "DSW", "EWW", "SQW"]),
        (EventKind.Earthquake, ["EQW"]),
        (EventKind.Marine, ["TSW", "TSA", "SSW", "SSA"]),
        (EventKind.Geological, ["AVW", "AVA", "VOW"]),
        (EventKind.NuclearOrRadiation, ["NUW", "RHW"]),
    ];

    internal static bool SeeksPerson(string words, IEnumerable<string> codes) => SoughtPersons.AreIn(words, codes);

    /// <summary>Whether by its code or its name it is a test, whatever status it has.</summary>
    internal static bool IsTest(string words, IEnumerable<string> codes) => codes.Any(TestCodes.Contains) || Says(words, TestWords);

    /// <summary>A code of the region's own system or of another, else the words; null when none of them is known.</summary>
    internal static EventKind? KindOf(string words, IReadOnlyCollection<string> codes, MessageRule rule)
    {
        foreach (var code in codes)
        {
            if (EventCodes.Kinds.TryGetValue(code, out var own)) return own;
            if (Array.FindIndex(Codes, c => c.Codes.Contains(code)) is >= 0 and var index) return Codes[index].Kind;
        }
        foreach (var (kind, known) in Words)
            if (Says(words, known)) return kind;
        var named = rule.Words.Where(w => !w.Word.All(char.IsAscii) && words.Contains(w.Word, StringComparison.Ordinal)).Select(w => w.Kind).Distinct().ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>What a category of CAP says where no kind is known; what may be a deed as well as an accident says nothing.</summary>
    internal static IncidentCategory? CategoryOf(string category) => category switch
    {
        "Geo" or "Met" => IncidentCategory.NaturalDisaster,
        "Health" => IncidentCategory.PublicHealth,
        "Env" or "Transport" or "Infra" => IncidentCategory.Accident,
        _ => null,
    };

    private static bool Says(string words, string[] known) => WholeWords.AreIn(words, known);
}
