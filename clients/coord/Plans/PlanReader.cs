using System.Text.Json.Nodes;
using Coordination.CommandLine.Yaml;
using Coordination.Contracts.Events;
using YamlDotNet.RepresentationModel;

namespace Coordination.CommandLine.Plans;

/// <summary>Reads a plan file. Strict about its shape: a misspelt member would be a duty that nobody is given. What the words may be is judged by the region.</summary>
internal static class PlanReader
{
    private static readonly string[] Texts = ["basis", "organisation", "process", "resources", "drills", "draftingNote"];
    private static readonly string[] Codes = ["toAgency", "addressee", "role", "alternateAgency", "superiorAgency"];
    private static readonly string[] Minutes = ["dueAfterMinutes", "expiresAfterMinutes"];

    internal static (PlanFile? Plan, IReadOnlyList<Fault> Faults) Read(string yaml)
    {
        var faults = new Faults();
        if (YamlText.Load(yaml, faults) is not { } root) return (null, faults.Found);
        var top = new Fields(root, faults, Language.Say($"The plan"));
        var draft = new JsonObject
        {
            ["name"] = top.Required("plan"), ["kind"] = Value<PlanKind>(top, "kind"), ["tier"] = Value<PlanTier>(top, "tier"), ["drillDuty"] = Value<DrillDuty>(top, "drillDuty"),
        };
        var asks = top.Map("asks").Select(a => (a.Key, Text: (a.Value as YamlScalarNode)?.Value ?? "", a.Value)).ToList();
        draft["content"] = Content(top, faults);
        top.End();
        var used = Placeholders.In(draft).Where(p => p != PlanFile.Jurisdiction).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _, node) in asks.Where(a => !used.Contains(a.Key))) faults.Add(Fields.LineOf(node), Language.Say($"The plan asks for '{name}' and says nothing of it."));
        foreach (var name in used.Except(asks.Select(a => a.Key)).Order()) faults.Add(top.Line, Language.Say($"The plan speaks of '{name}' and does not ask for it."));
        return faults.Found.Count > 0 ? (null, faults.Found) : (new((YamlMappingNode)root, draft, asks.ToDictionary(a => a.Key, a => a.Text, StringComparer.Ordinal)), []);
    }

    private static JsonObject Content(Fields top, Faults faults)
    {
        var content = new JsonObject();
        foreach (var text in Texts) content[text] = top.Required(text);
        content["preAuthorised"] = top.Parsed<bool>("preAuthorised", text => bool.TryParse(text, out var yes) ? yes : null, _ => Language.Say($"{top.What}: 'preAuthorised' is true or false.")) ?? false;
        content["checklist"] = new JsonArray([.. top.List("checklist").Select((node, i) => Item(new Fields(node, faults, Language.Say($"Item {i + 1} of the checklist"))))]);
        content["references"] = new JsonArray([.. top.List("references").Select((node, i) => Reference(new Fields(node, faults, Language.Say($"Reference {i + 1}"))))]);
        // What stands in it is judged by the region, which refuses what it does not know there.
        if (top.Take("event") is { } of) content["event"] = Fields.Json(of);
        return content;
    }

    private static JsonObject Item(Fields fields)
    {
        var item = new JsonObject
        {
            ["phase"] = fields.Required("phase"), ["kind"] = Value<OrderKind>(fields, "kind"), ["instruction"] = fields.Required("instruction"),
            ["addresseeKind"] = Value<AddresseeKind>(fields, "addresseeKind"),
        };
        foreach (var code in Codes)
            if (fields.Text(code) is { } text) item[code] = text;
        foreach (var minutes in Minutes)
            if (fields.Number(minutes) is { } number) item[minutes] = number;
        fields.End();
        return item;
    }

    private static JsonObject Reference(Fields fields)
    {
        var reference = new JsonObject { ["planId"] = fields.Required("planId"), ["number"] = fields.Number("number") };
        fields.End();
        return reference;
    }

    private static string? Value<T>(Fields fields, string key) where T : struct, Enum
    {
        if (!fields.Has(key)) fields.Required(key);
        return fields.Named<T>(key)?.ToString();
    }
}
