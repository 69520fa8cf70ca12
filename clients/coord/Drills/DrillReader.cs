using System.Globalization;
using Coordination.CommandLine.Yaml;
using Coordination.Contracts;
using YamlDotNet.RepresentationModel;

namespace Coordination.CommandLine.Drills;

/// <summary>Reads a drill file. Strict: what it does not know, it refuses, with the line.</summary>
internal static class DrillReader
{
    internal static (Drill? Drill, IReadOnlyList<Fault> Faults) Read(string yaml)
    {
        var faults = new Faults();
        if (YamlText.Load(yaml, faults) is not { } root) return (null, faults.Found);
        var drill = Of(root, faults);
        if (faults.Found.Count == 0) DrillRules.Check(drill, faults);
        return faults.Found.Count == 0 ? (drill, []) : (null, faults.Found);
    }

    private static Drill Of(YamlNode root, Faults faults)
    {
        var top = new Fields(root, faults, Language.Say($"The drill"));
        var (name, title, t0) = (top.Required("drill"), top.Required("title"), Instant(top, faults));
        var begins = top.Moment("begins") ?? TimeSpan.Zero;
        var canaries = top.Map("canaries").ToDictionary(c => c.Key, c => (c.Value as YamlScalarNode)?.Value ?? "");
        var actors = top.Map("actors").Select(a => ActorOf(a.Key, a.Value, faults)).ToDictionary(a => a.Name);
        var steps = new List<Step>();
        foreach (var node in top.List("steps")) steps.Add(StepReader.Read(node, steps.Count, steps.LastOrDefault()?.At ?? begins, faults));
        if (steps.Count == 0) faults.Add(top.Line, Language.Say($"The drill has no steps."));
        top.End();
        return new(name, title, t0, begins, canaries, actors, steps);
    }

    private static DateTimeOffset Instant(Fields top, Faults faults)
    {
        var text = top.Required("t0");
        if (text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var t0)) return t0;
        faults.Add(top.Line, Language.Say($"The drill: 't0' must be an instant in UTC, such as 2026-10-04T14:05:00Z."));
        return DateTimeOffset.UnixEpoch;
    }

    private static Actor ActorOf(string name, YamlNode node, Faults faults)
    {
        var fields = new Fields(node, faults, Language.Say($"Actor {name}"));
        if (fields.Text("anonymous") is "true")
        {
            fields.End();
            return new(name, null, [], null, fields.Line);
        }
        var agency = fields.Required("agency");
        var roles = fields.List("roles").Select(r => (r as YamlScalarNode)?.Value ?? "").ToList();
        foreach (var role in roles.Where(r => !Roles.All.Contains(r))) faults.Add(fields.Line, Language.Say($"Actor {name}: there is no role '{role}'."));
        if (roles.Count == 0) faults.Add(fields.Line, Language.Say($"Actor {name} has no roles."));
        var subject = fields.Text("subject");
        fields.End();
        return new(name, agency, roles, subject, fields.Line);
    }
}
