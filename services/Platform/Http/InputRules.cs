using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Platform;

/// <summary>Length of a text, in UTF-16 units; control characters other than tab and line breaks, and broken surrogates, are refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute(int max, int min = 1) : Attribute
{
    /// <summary>Greatest length.</summary>
    public int Max => max;

    /// <summary>Least length.</summary>
    public int Min => min;
}

/// <summary>How many items a list may have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute(int min, int max) : Attribute
{
    /// <summary>Fewest items.</summary>
    public int Min => min;

    /// <summary>Most items.</summary>
    public int Max => max;
}

/// <summary>An instant that cannot lie after the moment of the call (exercise time in an exercise), with 60 s of grace for clocks that differ.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInFutureAttribute : Attribute
{
    /// <summary>How far another's clock may be ahead: 60 s.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(60);
}

/// <summary>
/// Checks a request record member by member and names each wrong one by JSON Pointer. Without attributes a text may have 4,000 characters,
/// a list 1,000 items, a number must be finite and an instant lie in 1970 to 2199. A member with a converter of its own is taken as that reads it.
/// </summary>
internal static class InputRules
{
    private static readonly ConcurrentDictionary<Type, Member[]> Known = new();
    private static readonly TextAttribute AnyText = new(4000, 0);
    private static readonly ItemsAttribute AnyItems = new(0, 1000);

    internal static List<Refusal> Check(object body, DateTimeOffset now)
    {
        var found = new List<Refusal>();
        Walk(body, "", now, found);
        return found;
    }

    private static void Walk(object value, string at, DateTimeOffset now, List<Refusal> found)
    {
        foreach (var member in Known.GetOrAdd(value.GetType(), MembersOf))
            if (found.Count < 20 && member.Property.GetValue(value) is { } inner) Value(inner, $"{at}/{member.Name}", member, now, found);
    }

    private static void Value(object value, string at, Member rules, DateTimeOffset now, List<Refusal> found)
    {
        switch (value)
        {
            case string text: Text(text, at, rules.Text, found); break;
            case DateTimeOffset instant: Instant(instant, at, rules.NotInFuture, now, found); break;
            case double number when !double.IsFinite(number): found.Add(Refusal.Invalid(at, "finite", "Must be a finite number.")); break;
            case IEnumerable list: List(list, at, rules, now, found); break;
            case { } record when IsRecord(record.GetType()): Walk(record, at, now, found); break;
        }
        if (rules.Range is { } range && value is not (string or IEnumerable) && !IsWithin(range, value))
            found.Add(Refusal.Invalid(at, "range", $"Must be between {range.Minimum} and {range.Maximum}."));
    }

    /// <summary>A number too great for the type of the bounds lies outside them.</summary>
    private static bool IsWithin(RangeAttribute range, object value)
    {
        try
        {
            return range.IsValid(value);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static void Text(string text, string at, TextAttribute rule, List<Refusal> found)
    {
        if (text.Length < rule.Min || text.Length > rule.Max) found.Add(Refusal.Invalid(at, "length", $"Must have {rule.Min} to {rule.Max} characters."));
        else if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) found.Add(Refusal.Invalid(at, "control-character", "Must not hold control characters."));
        else if (rule.Min > 0 && string.IsNullOrWhiteSpace(text)) found.Add(Refusal.Invalid(at, "blank", "Must not be blank."));
        else if (!IsWellFormed(text)) found.Add(Refusal.Invalid(at, "unicode", "Must be well-formed Unicode."));
    }

    private static void Instant(DateTimeOffset instant, string at, bool notInFuture, DateTimeOffset now, List<Refusal> found)
    {
        if (instant.UtcDateTime.Year is < 1970 or > 2199) found.Add(Refusal.Invalid(at, "instant-range", "Must lie in the years 1970 to 2199."));
        else if (notInFuture && instant > now + NotInFutureAttribute.Grace) found.Add(Refusal.Invalid(at, "not-in-future", "Must not lie in the future."));
    }

    private static void List(IEnumerable list, string at, Member rules, DateTimeOffset now, List<Refusal> found)
    {
        var count = 0;
        foreach (var item in list)
        {
            if (count < rules.Items.Max && found.Count < 20)
            {
                if (item is null) found.Add(Refusal.Invalid($"{at}/{count}", "null", "Must not be null."));
                else Value(item, $"{at}/{count}", rules with { Range = null }, now, found);
            }
            count++;
        }
        if (count < rules.Items.Min || count > rules.Items.Max)
            found.Add(Refusal.Invalid(at, "items", $"Must have {rules.Items.Min} to {rules.Items.Max} items."));
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && (!char.IsHighSurrogate(text[i]) || ++i >= text.Length || !char.IsLowSurrogate(text[i]))) return false;
        return true;
    }

    private static bool IsRecord(Type type) => type is { IsClass: true } or { IsValueType: true, IsEnum: false, IsPrimitive: false }
        && type.Namespace?.StartsWith("Coordination", StringComparison.Ordinal) == true;

    private static Member[] MembersOf(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && p.CanRead && !p.IsDefined(typeof(JsonConverterAttribute)))
        .Select(p => new Member(p, JsonNamingPolicy.CamelCase.ConvertName(p.Name), p.GetCustomAttribute<TextAttribute>() ?? AnyText,
            p.GetCustomAttribute<ItemsAttribute>() ?? AnyItems, p.GetCustomAttribute<RangeAttribute>(), p.IsDefined(typeof(NotInFutureAttribute))))];

    private sealed record Member(PropertyInfo Property, string Name, TextAttribute Text, ItemsAttribute Items, RangeAttribute? Range, bool NotInFuture);
}
