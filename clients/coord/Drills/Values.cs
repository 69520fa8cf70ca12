using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Drills;

/// <summary>
/// What <c>{{…}}</c> stands for: <c>now</c> and <c>t0</c> with an offset (<c>{{t0+1h}}</c>), <c>exercise</c>, <c>canary.name</c>, and answers that
/// were kept (<c>{{order.id}}</c>). A text that is one placeholder and nothing else takes the value's own type.
/// </summary>
internal sealed class Values(Drill drill)
{
    private readonly Dictionary<string, JsonNode?> kept = new(StringComparer.Ordinal);

    internal DateTimeOffset Now { get; set; } = drill.T0 + drill.Begins;

    internal string Exercise { get; set; } = "";

    internal Values Copy()
    {
        var copy = new Values(drill) { Now = Now, Exercise = Exercise };
        foreach (var (name, value) in kept) copy.Keep(name, value?.DeepClone());
        return copy;
    }

    internal void Keep(string name, JsonNode? value) => kept[name] = value;

    internal void Forget(string name) => kept.Remove(name);

    internal DateTimeOffset At(TimeSpan offset) => drill.T0 + offset;

    internal string Fill(string template)
    {
        var text = new StringBuilder();
        foreach (var (literal, expression) in Split(template))
        {
            text.Append(literal);
            if (expression is not null) text.Append(Show(Value(expression)));
        }
        return text.ToString();
    }

    internal JsonNode? Fill(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(m => KeyValuePair.Create(Fill(m.Key), Fill(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Fill)]),
        JsonValue value when value.TryGetValue<string>(out var text) => Split(text) switch
        {
            [("", { } expression)] => Value(expression)?.DeepClone(),
            _ => JsonValue.Create(Fill(text)),
        },
        _ => node?.DeepClone(),
    };

    /// <summary>The expressions in a template.</summary>
    internal static IEnumerable<string> References(string template) => Split(template).Select(p => p.Expression).OfType<string>();

    /// <summary>The expressions in a body.</summary>
    internal static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(m => References(m.Key).Concat(References(m.Value))),
        JsonArray list => list.SelectMany(References),
        JsonValue value when value.TryGetValue<string>(out var text) => References(text),
        _ => [],
    };

    /// <summary>True for <c>now</c> and <c>t0</c>, with or without an offset.</summary>
    internal static bool IsMoment(string expression, out TimeSpan offset)
    {
        offset = default;
        var root = expression.StartsWith("now", StringComparison.Ordinal) ? "now" : expression.StartsWith("t0", StringComparison.Ordinal) ? "t0" : null;
        return root is not null && (expression.Length == root.Length || Offset.TryParse(expression[root.Length..], out offset));
    }

    private JsonNode? Value(string expression)
    {
        expression = Fill(expression);
        if (IsMoment(expression, out var offset))
            return ((expression[0] == 'n' ? Now : drill.T0) + offset).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
        if (expression == "exercise") return Exercise;
        var parts = expression.Split('.', 2);
        if (parts[0] == "canary") return drill.Canaries.TryGetValue(parts[^1], out var canary) ? canary : throw new UnknownValueException(expression);
        if (!kept.TryGetValue(parts[0], out var value)) throw new UnknownValueException(expression);
        if (parts.Length == 1) return value;
        return JsonPath.TryFind(value, "/" + parts[1].Replace('.', '/'), out var found) ? found : throw new UnknownValueException(expression);
    }

    private static string Show(JsonNode? value) => value is JsonValue v && v.TryGetValue<string>(out var text) ? text : value?.ToJsonString() ?? "";

    private static List<(string Literal, string? Expression)> Split(string template)
    {
        var parts = new List<(string, string?)>();
        var from = 0;
        while (template.IndexOf("{{", from, StringComparison.Ordinal) is var open and >= 0 && Close(template, open) is var close and >= 0)
        {
            parts.Add((template[from..open], template[(open + 2)..close].Trim()));
            from = close + 2;
        }
        if (from < template.Length || parts.Count == 0) parts.Add((template[from..], null));
        return parts;
    }

    /// <summary>The braces that close these; a placeholder may name what it wants by another one, as in <c>{{owner{{n}}}}</c>.</summary>
    private static int Close(string template, int open)
    {
        var depth = 0;
        for (var i = open; i < template.Length - 1; i++)
        {
            if (template.AsSpan(i, 2) is "{{") depth++;
            else if (template.AsSpan(i, 2) is not "}}") continue;
            else if (--depth == 0) return i;
            i++;
        }
        return -1;
    }
}

/// <summary>A placeholder whose answer was never kept: the call that should have given it failed or was left out.</summary>
internal sealed class UnknownValueException(string expression) : Exception($"'{expression}' has no value");
