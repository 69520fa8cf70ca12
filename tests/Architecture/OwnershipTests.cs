using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Architecture;

public sealed class OwnershipTests
{
    private static readonly string[] Outside = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions.DependencyInjection", "MassTransit", "RabbitMQ", "Grpc"];

    [Fact]
    public void Services_do_not_use_each_others_types()
    {
        var strangers = from service in House.Services
                        from type in service.GetTypes()
                        from used in Uses.Of(type)
                        where used.Assembly != service && House.Services.Contains(used.Assembly)
                        select $"{type.FullName} uses {used.FullName}";
        Assert.Equal([], strangers.Distinct());
    }

    [Fact]
    public void Platform_and_contracts_know_no_service()
    {
        var names = House.Services.Select(s => s.GetName().Name!).ToHashSet();
        foreach (var below in (System.Reflection.Assembly[])[House.Platform, typeof(Contracts.IEvent).Assembly])
            Assert.DoesNotContain(below.GetReferencedAssemblies(), r => names.Contains(r.Name!));
        Assert.DoesNotContain(typeof(Contracts.IEvent).Assembly.GetReferencedAssemblies(), r => r.Name == "Coordination.Platform");
    }

    [Fact]
    public void A_service_project_references_contracts_and_platform_only()
    {
        foreach (var service in House.Services)
        {
            var name = service.GetName().Name!.Split('.')[^1];
            var project = XDocument.Load(Root.At("services", name, $"{name}.csproj"));
            var references = project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.Subset(new HashSet<string> { "Contracts", "Platform" }, references.ToHashSet());
            Assert.Empty(project.Descendants("PackageReference"));
        }
    }

    [Fact]
    public void There_are_aggregates_to_judge() => Assert.True(House.Aggregates.Count > 30, $"only {House.Aggregates.Count} found");

    [Fact]
    public void An_aggregate_decides_without_storage_web_transport_or_container()
    {
        var mentions = from type in House.Aggregates
                       from used in Uses.Of(type)
                       where Outside.Any(o => used.Namespace?.StartsWith(o, StringComparison.Ordinal) == true)
                       select $"{type.FullName} mentions {used.FullName}";
        Assert.Equal([], mentions.Distinct());
    }

    [Fact]
    public void An_aggregate_knows_no_clock_and_no_caller()
    {
        var mentions = from type in House.Aggregates
                       from used in Uses.Of(type)
                       where used == typeof(TimeProvider) || used == typeof(Platform.Call) || used == typeof(Platform.Clocks) || used.IsSubclassOf(typeof(DbContext))
                       select $"{type.FullName} mentions {used.Name}";
        Assert.Equal([], mentions.Distinct());
    }

    [Fact]
    public void A_service_speaks_to_no_broker_and_to_no_other_process()
    {
        string[] wires = ["MassTransit", "RabbitMQ", "System.Net.Http", "System.Net.Sockets", "Grpc"];
        var mentions = from service in House.Services
                       from type in service.GetTypes()
                       from used in Uses.Of(type)
                       where wires.Any(w => used.Namespace?.StartsWith(w, StringComparison.Ordinal) == true)
                       select $"{type.FullName} mentions {used.FullName}";
        Assert.Equal([], mentions.Distinct());
    }
}
