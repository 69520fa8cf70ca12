using Google.Protobuf.Reflection;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>What a protobuf file promises, a line for each: messages, fields, values, methods.</summary>
internal static class ProtoFacts
{
    internal static IReadOnlyList<string> Of(IEnumerable<FileDescriptor> files) =>
        [.. files.SelectMany(f => f.MessageTypes.SelectMany(Message).Concat(f.EnumTypes.SelectMany(Enum)).Concat(f.Services.SelectMany(Service))).Order(StringComparer.Ordinal)];

    /// <summary>
    /// What of the baseline is no longer so. A field is known by its message and number: its name is the JSON of gRPC's operations, so that another name is a break too.
    /// </summary>
    internal static IReadOnlyList<string> Breaks(IEnumerable<string> before, IReadOnlyCollection<string> after) =>
        [.. before.Except(after).Select(line => after.FirstOrDefault(now => Key(now) == Key(line)) is { } changed ? $"{line}: is now {changed}" : $"{line}: is gone")];

    /// <summary><c>field M 1</c>, <c>value E 0</c>, <c>method S/M</c>: kind and place.</summary>
    private static string Key(string line) => string.Join(' ', line.Split(' ').Take(line.StartsWith("field ", StringComparison.Ordinal) || line.StartsWith("value ", StringComparison.Ordinal) ? 3 : 2));

    private static IEnumerable<string> Message(MessageDescriptor message) => message.Fields.InDeclarationOrder().Select(Field)
        .Concat(message.NestedTypes.Where(t => t.GetOptions()?.MapEntry != true).SelectMany(Message)).Concat(message.EnumTypes.SelectMany(Enum)).Prepend($"message {message.FullName}");

    private static string Field(FieldDescriptor field) =>
        $"field {field.ContainingType.FullName} {field.FieldNumber} {field.Name} {Label(field)} {Type(field)}{(field.RealContainingOneof is { } choice ? $" oneof {choice.Name}" : "")}";

    private static string Label(FieldDescriptor field) => field.IsMap ? "map" : field.IsRepeated ? "repeated" : field.HasPresence ? "optional" : "implicit";

    private static string Type(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var scalar => $"{scalar}",
    };

    private static IEnumerable<string> Enum(EnumDescriptor type) => type.Values.Select(v => $"value {type.FullName} {v.Number} {v.Name}");

    private static IEnumerable<string> Service(ServiceDescriptor service) => service.Methods.Select(m =>
        $"method {service.FullName}/{m.Name} {(m.IsClientStreaming ? "stream " : "")}{m.InputType.FullName} gives {(m.IsServerStreaming ? "stream " : "")}{m.OutputType.FullName}");
}
