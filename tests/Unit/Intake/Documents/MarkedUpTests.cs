using System.Text;
using System.Xml;
using Coordination.Intake.Documents;

namespace Coordination.Tests.Unit.Intake.Documents;

public sealed class MarkedUpTests
{
    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert>&x;</alert>""")]
    [InlineData("""<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><alert>&y;</alert>""")]
    [InlineData("<alert><identifier>")]
    [InlineData("")]
    [InlineData("""<?xml version="1.0" encoding="none-such"?><alert/>""")]
    public void Hostile_markup_is_refused(string xml) => Assert.Throws<XmlException>(() => Read(xml));

    [Fact]
    public void What_exceeds_a_bound_is_refused()
    {
        Assert.Throws<XmlException>(() => Read(string.Concat(Enumerable.Repeat("<a>", 33))));
        Assert.Throws<XmlException>(() => Read($"<alert>{string.Concat(Enumerable.Repeat("<a/>", 10_000))}</alert>"));
        Assert.Throws<XmlException>(() => Read($"<alert {string.Join(' ', Enumerable.Range(0, 65).Select(i => $"a{i}=''"))}/>"));
    }

    private static MarkedUp Read(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return MarkedUp.Read(stream);
    }
}
