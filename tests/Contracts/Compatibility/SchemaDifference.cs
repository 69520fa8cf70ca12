using System.Globalization;
using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>Compares two schemas with all that they lead to. The names of components are no contract, so they are followed and not compared.</summary>
internal sealed class SchemaDifference(JsonObject before, JsonObject after, List<string> found)
{
    private const string Anything = "anything";
    private readonly HashSet<(string, string, bool)> seen = [];

    /// <summary>What a caller sends: it must still be taken.</summary>
    internal void Sent(string place, JsonNode? old, JsonNode? now) => Compare(place, old, now, isSent: true);

    /// <summary>What a caller is given: it must still find there what it reads.</summary>
    internal void Given(string place, JsonNode? old, JsonNode? now) => Compare(place, old, now, isSent: false);

    private void Compare(string place, JsonNode? old, JsonNode? now, bool isSent)
    {
        if (old is null || now is null)
        {
            if (old is not null || (isSent && now is not null)) found.Add($"{place}: {(now is null ? "says no longer" : "now says")} what it is");
            return;
        }
        if (Name(old) is { } was && Name(now) is { } @is && !seen.Add((was, @is, isSent))) return;
        (old, now) = (Follow(before, old), Follow(after, now));
        if (Choices(old) is not null || Choices(now) is not null) CompareChoices(place, old, now, isSent);
        else ComparePlain(place, old, now, isSent);
    }

    private void ComparePlain(string place, JsonNode old, JsonNode now, bool isSent)
    {
        var (was, @is) = (Types(old), Types(now));
        if (!(isSent ? IsWithin(was, @is) : IsWithin(@is, was))) found.Add($"{place}: was {Said(was)}, is {Said(@is)}");
        if ($"{old["format"]}" != $"{now["format"]}") found.Add($"{place}: its format was '{old["format"]}', is '{now["format"]}'");
        Values(place, old["enum"]?.AsArray(), now["enum"]?.AsArray(), isSent);
        if (isSent) Limits(place, old, now);
        if (old["items"] is not null || now["items"] is not null) Compare($"{place}[]", old["items"], now["items"], isSent);
        Members(place, old, now, isSent);
    }

    private void Members(string place, JsonNode old, JsonNode now, bool isSent)
    {
        var (was, @is) = (old["properties"]?.AsObject() ?? [], now["properties"]?.AsObject() ?? []);
        var (needed, needs) = (Required(old), Required(now));
        foreach (var (name, member) in was)
            if (@is[name] is { } kept) Compare($"{place}.{name}", member, kept, isSent);
            else found.Add($"{place}.{name}: is gone");
        if (isSent) found.AddRange(needs.Except(needed).Select(n => $"{place}.{n}: is {(was.ContainsKey(n) ? "now" : "new and")} required"));
        else found.AddRange(needed.Where(n => @is.ContainsKey(n)).Except(needs).Select(n => $"{place}.{n}: may now be missing"));
    }

    /// <summary>A vocabulary may grow. Nothing that was in it goes: a caller may still send it, and events and rows of before still hold it.</summary>
    private void Values(string place, JsonArray? old, JsonArray? now, bool isSent)
    {
        if (now is null) return;
        if (old is null)
        {
            if (isSent) found.Add($"{place}: takes only {string.Join(", ", now.Select(v => $"{v}"))} now");
            return;
        }
        found.AddRange(old.Select(v => $"{v}").Except(now.Select(v => $"{v}")).Select(v => $"{place}: the value {v} is gone"));
    }

    private void Limits(string place, JsonNode old, JsonNode now)
    {
        foreach (var limit in (string[])["maxLength", "maxItems", "maximum"])
            if (Number(now[limit]) is { } most && !(Number(old[limit]) <= most)) found.Add($"{place}: {limit} is now {now[limit]}");
        foreach (var limit in (string[])["minLength", "minItems", "minimum"])
            if (Number(now[limit]) is > 0 and var least && !(Number(old[limit]) >= least)) found.Add($"{place}: {limit} is now {now[limit]}");
    }

    /// <summary>In this house a choice is something or null.</summary>
    private void CompareChoices(string place, JsonNode old, JsonNode now, bool isSent)
    {
        var (was, @is) = (Choices(old) ?? [old], Choices(now) ?? [now]);
        var (wasNull, isNull) = (was.Any(IsNull), @is.Any(IsNull));
        if (isSent ? wasNull && !isNull : isNull && !wasNull) found.Add($"{place}: {(isSent ? "may no longer" : "may now")} be null");
        var (some, now_) = (was.Where(c => !IsNull(c)).ToList(), @is.Where(c => !IsNull(c)).ToList());
        if (some.Count != now_.Count) found.Add($"{place}: was one of {some.Count}, is one of {now_.Count}");
        else for (var i = 0; i < some.Count; i++) Compare(place, some[i], now_[i], isSent);
    }

    private static List<JsonNode>? Choices(JsonNode schema) => (schema["oneOf"] ?? schema["anyOf"])?.AsArray().Select(c => c!).ToList();

    private static bool IsNull(JsonNode schema) => $"{schema["type"]}" == "null";

    private static string? Name(JsonNode schema) => schema["$ref"]?.ToString();

    private static JsonNode Follow(JsonObject document, JsonNode schema) =>
        Name(schema) is { } name ? Follow(document, document["components"]!["schemas"]![name.Split('/')[^1]]!) : schema;

    private static HashSet<string> Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(t => $"{t}")],
        { } one => [$"{one}"],
        null => schema["enum"] is null ? [Anything] : ["string"],
    };

    private static bool IsWithin(HashSet<string> narrow, HashSet<string> wide) => wide.Contains(Anything) || narrow.IsSubsetOf(wide);

    private static string Said(HashSet<string> types) => string.Join(" or ", types.Order(StringComparer.Ordinal));

    private static HashSet<string> Required(JsonNode schema) => [.. schema["required"]?.AsArray().Select(r => $"{r}") ?? []];

    private static double? Number(JsonNode? value) => value is null ? null : double.Parse($"{value}", CultureInfo.InvariantCulture);
}
