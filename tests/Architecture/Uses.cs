using System.Collections.Concurrent;
using System.Reflection;

namespace Coordination.Tests.Architecture;

/// <summary>Every type that a type mentions: bases, members, attributes, and the tokens in its method bodies, closures and state machines included.</summary>
internal sealed class Uses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly ConcurrentDictionary<Type, HashSet<Type>> Known = [];
    private readonly HashSet<Type> found = [];

    private Uses(Type type) => Visit(type);

    internal static HashSet<Type> Of(Type type) => Known.GetOrAdd(type, t => new Uses(t).found);

    private void Visit(Type type)
    {
        Add(type.BaseType);
        foreach (var contract in type.GetInterfaces()) Add(contract);
        foreach (var attribute in type.GetCustomAttributesData()) Add(attribute.AttributeType);
        foreach (var field in type.GetFields(All)) Add(field.FieldType);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var result }) Add(result);
            foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType);
            foreach (var mentioned in MethodBody.Mentions(method)) Add(mentioned);
        }
        foreach (var nested in type.GetNestedTypes(All)) Visit(nested);
    }

    private void Add(Type? type)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType)
        {
            Add(type.GetElementType());
            return;
        }
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments()) Add(argument);
            type = type.GetGenericTypeDefinition();
        }
        found.Add(type);
    }
}
