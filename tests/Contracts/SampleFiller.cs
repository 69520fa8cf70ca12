using System.Collections;

namespace Coordination.Tests.ContractTests;

/// <summary>Fills a record the same way every time: each member has a value, so that a sample shows the whole shape.</summary>
internal sealed class SampleFiller
{
    private static readonly DateTimeOffset Start = new(2026, 7, 27, 20, 0, 0, TimeSpan.Zero);
    private int count;

    internal object Fill(Type record)
    {
        var constructor = record.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, p.Name!))]);
    }

    private object Value(Type type, string name)
    {
        type = EventMember.Bare(type);
        if (EventMember.ItemOf(type) is { } item) return List(item, name);
        count++;
        if (type == typeof(Guid)) return Guid.Parse($"019857a0-0000-7000-8000-{count:x12}");
        if (type == typeof(DateTimeOffset)) return Start.AddMinutes(count);
        if (type == typeof(string)) return Code(name);
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return count;
        if (type == typeof(long)) return count * 1_000_000_000L;
        if (type == typeof(double)) return count + 0.5;
        if (!type.IsEnum) return Fill(type);
        var values = Enum.GetValues(type);
        return values.GetValue(count % values.Length)!;
    }

    private IList List(Type item, string name)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Value(item, name));
        return list;
    }

    private static string Code(string name) => name switch
    {
        "Jurisdiction" or "AreaCode" or "Areas" or "Code" => "220221",
        "Parent" => "220200",
        "EventCode" => "11B03",
        "TypeCode" => "2010101",
        "UnitOfMeasure" => "each",
        "Currency" => "CNY",
        "Language" => "zh",
        "Channel" or "Channels" => "feed",
        "Key" => "order.acknowledge",
        "ToRole" => "duty-officer",
        "Identifier" => "22022100100000_20260727200000_0",
        _ => "fire",
    };
}
