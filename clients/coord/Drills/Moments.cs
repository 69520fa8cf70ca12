using Coordination.CommandLine.Yaml;

namespace Coordination.CommandLine.Drills;

/// <summary>Moments in drill files.</summary>
internal static class Moments
{
    internal static TimeSpan? Moment(this Fields fields, string key) => fields.Parsed<TimeSpan>(
        key, text => Offset.TryParse(text, out var offset) ? offset : null,
        text => Language.Say($"{fields.What}: '{key}' must be a moment such as +1h30m or -10d, not '{text}'."));
}
