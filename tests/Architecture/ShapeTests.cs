using System.Reflection;
using System.Text.RegularExpressions;

namespace Coordination.Tests.Architecture;

public sealed partial class ShapeTests
{
    [Fact]
    public void A_class_is_sealed_or_static_unless_another_derives_from_it()
    {
        var all = House.Services.Append(House.Platform).SelectMany(House.Written).ToList();
        var open = all.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !all.Exists(d => d.BaseType == t)).Select(t => t.FullName);
        Assert.Equal([], open);
    }

    /// <summary>Records and enums of HTTP, and the plain data that a jurisdiction package is read into.</summary>
    [Fact]
    public void What_a_service_shows_is_data()
    {
        var shown = House.Services.SelectMany(House.Written).Where(t => t.IsVisible && !t.IsEnum && t.GetMethod("<Clone>$") is null && !IsPlainData(t)).Select(t => t.FullName);
        Assert.Equal([], shown);
    }

    private static bool IsPlainData(Type type) => type.GetConstructor(Type.EmptyTypes) is not null
        && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).All(m => m.IsSpecialName);

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var vague = House.Services.SelectMany(House.Written).Where(t => Vague().IsMatch(t.Name)).Select(t => t.FullName);
        Assert.Equal([], vague);
    }

    [Theory]
    [InlineData("OrderManager")]
    [InlineData("ReportService")]
    [InlineData("DateHelper")]
    public void Such_names_are_found(string name) => Assert.Matches(Vague(), name);

    [Fact]
    public void What_waits_can_be_told_to_stop()
    {
        var deaf = from service in House.Services
                   from type in House.Written(service)
                   from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                   where method.ReturnType.IsAssignableTo(typeof(Task)) && method.GetParameters().All(p => p.ParameterType != typeof(CancellationToken))
                   select $"{type.FullName}.{method.Name}";
        Assert.Equal([], deaf);
    }

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utilities|Repository|Mapper|(?<!OutOf|In)Service|Processor|Handler|Base|Impl)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vague();
}
