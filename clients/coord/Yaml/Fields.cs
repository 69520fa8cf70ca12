using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Coordination.CommandLine.Yaml;

/// <summary>Reads the members of a YAML mapping. What nobody asked for is a fault: a misspelt expectation must not pass unnoticed.</summary>
internal sealed class Fields(YamlNode node, Faults faults, string what)
{
    private readonly Dictionary<string, YamlNode> left = Members(node, faults, what);

    internal int Line { get; } = LineOf(node);

    /// <summary>What it is, for sentences.</summary>
    internal string What => what;

    internal YamlNode? Take(string key) => left.Remove(key, out var value) ? value : null;

    internal bool Has(string key) => left.ContainsKey(key);

    internal string? Text(string key)
    {
        switch (Take(key))
        {
            case null: return null;
            case YamlScalarNode { Value: { Length: > 0 } text }: return text;
            case var other:
                faults.Add(LineOf(other), Language.Say($"{What}: '{key}' must be a text."));
                return null;
        }
    }

    internal string Required(string key)
    {
        if (!Has(key)) faults.Add(Line, Language.Say($"{What}: '{key}' is missing."));
        return Text(key) ?? "";
    }

    internal int? Number(string key) => Parsed<int>(
        key, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, _ => Language.Say($"{What}: '{key}' must be a whole number."));

    /// <summary>The name of a vocabulary's value, exactly as it is written there.</summary>
    internal T? Named<T>(string key) where T : struct, Enum => Parsed<T>(
        key, text => Enum.TryParse<T>(text, out var value) && Enum.GetName(value) == text ? value : null,
        text => Language.Say($"{What}: '{key}' is one of {string.Join(", ", Enum.GetNames<T>())}, not '{text}'."));

    internal T? Parsed<T>(string key, Func<string, T?> parse, Func<string, string> wrong) where T : struct
    {
        var line = left.TryGetValue(key, out var node) ? LineOf(node) : Line;
        if (Text(key) is not { } text) return null;
        if (parse(text) is { } value) return value;
        faults.Add(line, wrong(text));
        return null;
    }

    internal IReadOnlyList<YamlNode> List(string key)
    {
        switch (Take(key))
        {
            case null: return [];
            case YamlSequenceNode list: return [.. list.Children];
            case var other:
                faults.Add(LineOf(other), Language.Say($"{What}: '{key}' must be a list."));
                return [];
        }
    }

    internal IReadOnlyList<(string Key, YamlNode Value)> Map(string key) =>
        Take(key) is { } map ? [.. Members(map, faults, $"{What}: '{key}'").Select(m => (m.Key, m.Value))] : [];

    /// <summary>Whatever is left is unknown.</summary>
    internal void End()
    {
        foreach (var (key, value) in left) faults.Add(LineOf(value), Language.Say($"{What}: '{key}' is not known here."));
    }

    internal static int LineOf(YamlNode node) => (int)node.Start.Line;

    /// <summary>YAML as JSON: plain true, false, null and numbers are what they look like, everything quoted is a text.</summary>
    internal static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        _ => JsonValue.Create(((YamlScalarNode)node).Value!),
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && text[0] != '+' => JsonValue.Create(whole),
        _ when text[0] is '-' or (>= '0' and <= '9')
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real) => JsonValue.Create(real),
        _ => JsonValue.Create(text),
    };

    private static Dictionary<string, YamlNode> Members(YamlNode node, Faults faults, string what)
    {
        if (node is YamlMappingNode map && map.Children.Keys.All(k => k is YamlScalarNode))
            return map.Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => c.Value);
        faults.Add(LineOf(node), Language.Say($"{what} must be a mapping."));
        return [];
    }
}
