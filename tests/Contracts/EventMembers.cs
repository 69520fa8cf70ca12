using System.Reflection;
using System.Text.Json;

namespace Coordination.Tests.ContractTests;

/// <summary>The members of an event, small records inside it included. Path as the lists of strings write it: <c>lines[].unitOfMeasure</c>.</summary>
internal sealed record EventMember(string Path, Type Type, PropertyInfo Property)
{
    internal static IEnumerable<EventMember> Of(Type record) => Of(record, "");

    internal bool IsString => Type == typeof(string) || ItemOf(Type) == typeof(string);

    /// <summary>Whether the allow-list of event members has it: no free-form object, dictionary, array or text type can pass.</summary>
    internal bool IsAllowed => Item is { } t && (Plain.Contains(t) || t.IsEnum || IsSmallRecord(t));

    private static readonly HashSet<Type> Plain = [typeof(Guid), typeof(int), typeof(long), typeof(double), typeof(bool), typeof(DateTimeOffset), typeof(string)];

    private Type Item => Bare(ItemOf(Type) ?? Bare(Type));

    internal static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    internal static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    internal static bool IsSmallRecord(Type type) => type is { IsClass: true, IsSealed: true } && type.Namespace == "Coordination.Contracts.Events"
        && type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<EventMember> Of(Type record, string prefix)
    {
        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var path = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var item = ItemOf(property.PropertyType);
            yield return new(path, property.PropertyType, property);
            var inner = Bare(item ?? property.PropertyType);
            if (!IsSmallRecord(inner)) continue;
            foreach (var member in Of(inner, path + (item is null ? "." : "[]."))) yield return member;
        }
    }
}
