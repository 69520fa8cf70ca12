using System.Globalization;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Yaml;
using YamlDotNet.RepresentationModel;

namespace Coordination.CommandLine.Drills;

/// <summary>Reads one step of a drill.</summary>
internal static class StepReader
{
    private static readonly string[] Methods = ["get", "post", "put", "delete"];
    private static readonly string[] ClockTimes = ["started", "due", "warned", "met", "breached"];

    internal static Step Read(YamlNode step, int index, TimeSpan before, Faults faults)
    {
        var fields = new Fields(step, faults, Language.Say($"Step {index + 1}"));
        var title = fields.Required("step");
        var at = fields.Moment("at") ?? before;
        if (at < before) faults.Add(fields.Line, Language.Say($"Step {index + 1}: time does not run backwards."));
        var remember = fields.Map("remember").Select(r => new Remembered(
            r.Key, [.. Children(r.Value).Select((v, i) => CallOf(v, $"{index}.remember.{r.Key}.{i}", faults))], Fields.LineOf(r.Value))).ToList();
        var needs = fields.Text("needs");
        var pending = new List<Pending>();
        var calls = new List<Call>();
        foreach (var (i, node) in fields.List("do").Index())
        {
            var of = new Fields(node, faults, Language.Say($"The call"));
            var later = of.Text("needs") ?? needs;
            var call = CallOf(of, $"{index}.{i}", faults);
            if (later is null) calls.Add(call);
            else pending.Add(new(call.Says, later, call, null, call.Line));
        }
        var expectations = new List<Expectation>();
        foreach (var (i, node) in fields.List("expect").Index())
        {
            var of = new Fields(node, faults, Language.Say($"The expectation"));
            var later = of.Text("needs") ?? needs;
            if (ExpectationOf(of, $"{index}.expect.{i}", faults) is not { } expectation) continue;
            if (later is null) expectations.Add(expectation);
            else pending.Add(new(expectation.Says, later, null, expectation, expectation.Line));
        }
        if (needs is not null && remember.Count > 0) faults.Add(fields.Line, Language.Say($"Step {index + 1} is not played: it remembers nothing."));
        if (needs is not null && pending.Count == 0) pending.Add(new(title, needs, null, null, fields.Line));
        if (calls.Count + expectations.Count + remember.Count + pending.Count == 0) faults.Add(fields.Line, Language.Say($"Step {index + 1} does nothing and expects nothing."));
        fields.End();
        return new(title, at, remember, calls, expectations, pending, fields.Line);
    }

    private static Call CallOf(YamlNode node, string position, Faults faults) => CallOf(new Fields(node, faults, Language.Say($"The call")), position, faults);

    private static Call CallOf(Fields fields, string position, Faults faults)
    {
        var call = CallOf(fields, position, faults, EachOf(fields, faults));
        fields.End();
        return call;
    }

    private static Call CallOf(Fields fields, string position, Faults faults, Each? each)
    {
        var methods = Methods.Where(fields.Has).ToList();
        if (methods.Count != 1) faults.Add(fields.Line, Language.Say($"A call has exactly one of get, post, put, delete."));
        var method = methods.FirstOrDefault() ?? "get";
        var path = fields.Required(method);
        if (!path.StartsWith('/')) faults.Add(fields.Line, Language.Say($"The path '{path}' must begin with a slash."));
        var body = fields.Take("body");
        var answer = new Answer(fields.Number("status"), fields.Text("problem"), Members(fields, "json"));
        if (answer is { Problem: not null, Status: null or < 400 }) faults.Add(fields.Line, Language.Say($"A call with a 'problem' says the 'status' of the refusal."));
        return new(fields.Text("id") ?? position, fields.Required("as"), method.ToUpperInvariant(), path, body is null ? null : Fields.Json(body), fields.Text("raw"),
            fields.Text("ifMatch"), answer, fields.Text("keep"), fields.Text("from"), each, fields.Text("says") ?? $"{method.ToUpperInvariant()} {path}", fields.Line);
    }

    private static Expectation? ExpectationOf(Fields fields, string position, Faults faults)
    {
        var (each, cause) = (EachOf(fields, faults), fields.Text("cause"));
        var mutant = fields.List("mutant").Select((m, i) => CallOf(m, $"{position}.mutant.{i}", faults)).ToList();
        Expectation? made = null;
        if (fields.Has("clock"))
        {
            var (key, of, occurrence, state) = (fields.Required("clock"), fields.Text("of"), fields.Number("occurrence") ?? 0, fields.Required("state"));
            var times = ClockTimes.Where(fields.Has).ToDictionary(t => t, t => Time(fields, t, faults));
            made = new ClockExpectation(key, of, occurrence, state, times, fields.Text("says") ?? $"clock {key} is {state}", cause, mutant, each, fields.Line);
        }
        else if (fields.Has("event"))
        {
            var (type, subject, where, count) = (fields.Required("event"), fields.Text("subject"), Members(fields, "where"), fields.Number("count"));
            made = new EventExpectation(type, subject, where, count, fields.Text("says") ?? $"event {type}{(count is { } n ? $" × {n}" : "")}", cause, mutant, each, fields.Line);
        }
        else if (fields.Has("same"))
        {
            var name = fields.Required("same");
            made = new SameExpectation(name, fields.Text("says") ?? $"{name} is what it was", cause, mutant, each, fields.Line);
        }
        else if (fields.Has("get"))
        {
            var view = CallOf(fields, position, faults, null);
            made = new ViewExpectation(view, view.Says, cause, mutant, each, fields.Line);
        }
        else
        {
            faults.Add(fields.Line, Language.Say($"An expectation is one of get, clock, event, same."));
        }
        fields.End();
        return made;
    }

    private static string Time(Fields fields, string key, Faults faults)
    {
        var text = fields.Text(key) ?? "";
        if (text != "never" && !Offset.TryParse(text, out _)) faults.Add(fields.Line, Language.Say($"The clock's '{key}' must be a moment such as +1h30m, or never."));
        return text;
    }

    private static List<Member> Members(Fields fields, string key) =>
        [.. fields.Map(key).Select(m => new Member(m.Key, Fields.Json(m.Value), Fields.LineOf(m.Value)))];

    private static IEnumerable<YamlNode> Children(YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    /// <summary><c>each: { n: 1..88 }</c> or <c>each: { place: [a, b] }</c>.</summary>
    private static Each? EachOf(Fields fields, Faults faults)
    {
        if (fields.Map("each") is not [var (name, node), ..] all) return null;
        if (all.Count > 1) faults.Add(fields.Line, Language.Say($"'each' runs over one variable."));
        if (node is YamlSequenceNode { Children.Count: > 0 } list) return new(name, [.. list.Children.Select(c => Fields.Json(c) ?? "")]);
        if (node is YamlScalarNode { Value: { } range } && range.Split("..") is [var from, var to]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last && last - first < 10_000)
            return new(name, [.. Enumerable.Range(first, last - first + 1).Select(n => (JsonNode)n)]);
        faults.Add(fields.Line, Language.Say($"'each' takes a range such as 1..88 or a list."));
        return null;
    }
}
