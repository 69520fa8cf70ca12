using System.Globalization;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Drills;

/// <summary>
/// Where a value stands: members and indexes between slashes (<c>/lines/0/state</c>), <c>[toAgency=fire]</c> for the first element with that value,
/// <c>[state=Met]*</c> for all of them, <c>*</c> for every element; at the end, <c>#</c> for how many there are, <c>take=80</c> for the first of them.
/// </summary>
internal static class JsonPath
{
    internal static bool TryFind(JsonNode? root, string path, out JsonNode? found)
    {
        found = root;
        if (path is "" or "/") return true;
        var parts = path[1..].Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (found is JsonArray list && (parts[i] == "*" || (parts[i].StartsWith('[') && parts[i].EndsWith("]*", StringComparison.Ordinal))))
            {
                var chosen = parts[i] == "*" ? list : list.Where(e => Matches(e, parts[i][..^1]));
                var isTail = IsTail(parts[^1]);
                var rest = string.Concat(parts[(i + 1)..(isTail ? ^1 : ^0)].Select(p => "/" + p));
                found = new JsonArray([.. chosen.Select(e => (Is: TryFind(e, rest, out var value), Value: value)).Where(e => e.Is).Select(e => e.Value?.DeepClone())]);
                return !isTail || TryStep(found, parts[^1], out found);
            }
            if (!TryStep(found, parts[i], out found)) return false;
        }
        return true;
    }

    private static bool TryStep(JsonNode? at, string part, out JsonNode? next)
    {
        next = null;
        switch (at)
        {
            case JsonObject map: return map.TryGetPropertyValue(part, out next);
            case JsonArray list when part == "#":
                next = list.Count;
                return true;
            case JsonArray list when IsTail(part):
                next = new JsonArray([.. list.Take(int.Parse(part.AsSpan("take=".Length), CultureInfo.InvariantCulture)).Select(e => e?.DeepClone())]);
                return true;
            case JsonArray list when part.StartsWith('['):
                next = list.FirstOrDefault(e => Matches(e, part));
                return next is not null;
            case JsonArray list when int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index):
                if (index < 0) index += list.Count;
                if (index < 0 || index >= list.Count) return false;
                next = list[index];
                return true;
            default: return false;
        }
    }

    private static bool IsTail(string part) => part == "#" || (part.StartsWith("take=", StringComparison.Ordinal) && part.Length > 5 && part.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0);

    private static bool Matches(JsonNode? element, string filter) => filter[1..^1].Split(',').All(condition =>
        condition.Split('=', 2) is [var member, var wanted] && TryFind(element, "/" + member.Replace('.', '/'), out var value) && Text(value) == wanted);

    private static string? Text(JsonNode? value) => value is JsonValue v && v.TryGetValue<string>(out var text) ? text : value?.ToJsonString();
}
