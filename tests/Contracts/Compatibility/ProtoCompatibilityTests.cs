using Coordination.Host;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>What was compiled from the protobufs of the baseline still understands the region, and is understood.</summary>
public sealed class ProtoCompatibilityTests
{
    private static readonly string Kept = Baseline.At("proto.txt");

    /// <summary>The files of every service, and those that they import, as far as they are the region's own.</summary>
    private static readonly IReadOnlyList<FileDescriptor> Files =
        [.. RegionModules.All.SelectMany(m => m.Rpc).Select(s => s.File).SelectMany(f => f.Dependencies.Append(f)).Where(f => f.Package.StartsWith("coordination.", StringComparison.Ordinal)).Distinct()];

    [Fact]
    public void Every_message_field_and_method_that_was_ever_promised_is_still_there()
    {
        var now = ProtoFacts.Of(Files);
        var breaks = File.Exists(Kept) ? ProtoFacts.Breaks(File.ReadAllLines(Kept), now) : [];
        if (Baseline.Takes(breaks)) File.WriteAllLines(Kept, now);
        else Assert.True(breaks.Count == 0, Baseline.Explain(breaks));
        Assert.NotEmpty(File.ReadAllLines(Kept));
    }

    [Fact]
    public void Every_file_of_the_contracts_is_looked_at() => Assert.Equal(
        Directory.EnumerateFiles(Root.At("contracts", "proto", "coordination"), "*.proto", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root.At("contracts", "proto"), f)).Order(StringComparer.Ordinal),
        Files.Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_field_that_is_taken_away_is_found() => Finds("field coordination.command.v1.OrderTask 2 instruction optional String: is gone", f =>
    {
        f.Message("OrderTask").Unset("instruction");
        f.Message("OrderTask").Field.RemoveAt(1);
    });

    [Fact]
    public void A_field_with_another_number_is_found() => Finds("field coordination.command.v1.OrderTask 2 instruction optional String: is gone", f => f.Message("OrderTask").Field[1].Number = 77);

    [Fact]
    public void A_field_with_another_type_is_found() => Finds("is now field coordination.command.v1.OrderTask 2 instruction optional Bytes", f => f.Message("OrderTask").Field[1].Type = FieldDescriptorProto.Types.Type.Bytes);

    [Fact]
    public void A_field_with_another_name_is_found() => Finds("is now field coordination.command.v1.OrderTask 2 wording optional String", f => f.Message("OrderTask").Field[1].Name = "wording");

    [Fact]
    public void A_field_that_becomes_a_list_is_found() => Finds("is now field coordination.command.v1.Order 13 escalation repeated String", f =>
    {
        f.Message("Order").Unset("escalation");
        f.Message("Order").Field.First(x => x.Name == "escalation").Label = FieldDescriptorProto.Types.Label.Repeated;
    });

    [Fact]
    public void A_method_that_is_taken_away_is_found() => Finds("method coordination.command.v1.Orders/AcceptOrder", f => f.Service[0].Method.Remove(f.Service[0].Method.First(m => m.Name == "AcceptOrder")));

    [Fact]
    public void A_method_that_gives_something_else_is_found() =>
        Finds("is now method coordination.command.v1.Orders/ReadOrder", f => f.Service[0].Method.First(m => m.Name == "ReadOrder").OutputType = ".coordination.command.v1.OrderTask");

    [Fact]
    public void A_method_that_becomes_a_stream_is_found() => Finds("gives stream coordination.command.v1.Order", f => f.Service[0].Method.First(m => m.Name == "ReadOrder").ServerStreaming = true);

    [Fact]
    public void Additions_pass() => Assert.Equal([], Planted(f =>
    {
        f.Message("OrderTask").Field.Add(new FieldDescriptorProto { Name = "note", Number = 99, Type = FieldDescriptorProto.Types.Type.String, Label = FieldDescriptorProto.Types.Label.Repeated, JsonName = "note" });
        f.MessageType.Add(new DescriptorProto { Name = "New" });
    }));

    private static void Finds(string found, Action<FileDescriptorProto> plant) => Assert.Contains(Planted(plant), b => b.Contains(found, StringComparison.Ordinal));

    /// <summary>The orders as they would be after a change, built anew from their descriptor.</summary>
    private static IReadOnlyList<string> Planted(Action<FileDescriptorProto> plant)
    {
        var orders = Files.Single(f => f.Name.EndsWith("command/v1/orders.proto", StringComparison.Ordinal));
        var changed = orders.ToProto();
        plant(changed);
        var all = All(orders).ToDictionary(f => f.Name, f => f.SerializedData, StringComparer.Ordinal);
        all[orders.Name] = changed.ToByteString();
        var registry = new ExtensionRegistry { Rpc.V1.OperationExtensions.Operation };
        return ProtoFacts.Breaks(ProtoFacts.Of([orders]), ProtoFacts.Of(FileDescriptor.BuildFromByteStrings(all.Values, registry).Where(f => f.Name == orders.Name)));
    }

    /// <summary>A file after those that it imports.</summary>
    private static IEnumerable<FileDescriptor> All(FileDescriptor file) => file.Dependencies.SelectMany(All).Append(file).Distinct();
}

internal static class Descriptors
{
    internal static DescriptorProto Message(this FileDescriptorProto file, string name) => file.MessageType.First(m => m.Name == name);

    /// <summary>Takes from a field that it can be absent: its choice of one, and the places of the choices after it.</summary>
    internal static void Unset(this DescriptorProto message, string name)
    {
        var field = message.Field.First(f => f.Name == name);
        var index = field.OneofIndex;
        field.Proto3Optional = false;
        field.ClearOneofIndex();
        message.OneofDecl.RemoveAt(index);
        foreach (var later in message.Field.Where(f => f.HasOneofIndex && f.OneofIndex > index)) later.OneofIndex--;
    }
}
