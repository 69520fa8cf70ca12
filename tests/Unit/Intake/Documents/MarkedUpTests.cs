using System.Text;
using System.Xml;
using Coordination.Intake.Documents;
using Coordination.Platform;

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

    [Theory]
    [InlineData("GB2312")]
    [InlineData("GBK")]
    public void What_is_written_in_a_code_page_of_China_is_read(string encoding)
    {
        // 洪水 in GB 2312.
        byte[] content = [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><event>"), 0xBA, 0xE9, 0xCB, 0xAE, .. "</event>"u8];
        using var stream = new MemoryStream(content);
        Assert.Equal("洪水", MarkedUp.Read(stream).Text);
    }

    private static Markup Read(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return MarkedUp.Read(stream);
    }
}
