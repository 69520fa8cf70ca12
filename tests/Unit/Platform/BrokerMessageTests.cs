using System.Text;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class BrokerMessageTests
{
    private const string Attributes = """{"specversion":"1.0","id":"0198f1c0-0000-7000-8000-000000000001","source":"test/fire/probe","type":"probe.raised.v1","subject":"0198f1c0-0000-7000-8000-000000000002","time":"2026-07-27T12:00:00Z",""";

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"a":[1,-2.5e3,true,null,{"b":[]}],"c":"线路 \uD83D\uDE92 \n"}""")]
    public void An_event_comes_out_byte_for_byte_as_it_went_in(string data)
    {
        var read = Read($"{Attributes}\"data\":{data}}}");
        Assert.Equal(data, Encoding.UTF8.GetString(read.Data.Span));
        Assert.Equal($"{Attributes[..^1]}}}", Encoding.UTF8.GetString(read.Header.Span));
    }

    [Theory]
    [InlineData("\n\"data\":{}}")]
    [InlineData("\"data\":{\"a\":1,\r\"b\":2}}")]
    [InlineData("\"data\":{\"a\":[1e999]}}")]
    [InlineData("\"data\":{\"a\":-1e999}}")]
    [InlineData("\"data\":{\"a\":\"\\ud800\"}}")]
    [InlineData("\"data\":{\"\\udc00\":1}}")]
    [InlineData("\"data\":{\"a\":{\"b\":\"\\ud800\"}}}")]
    [InlineData("\"partition\":1e999,\"data\":{}}")]
    public void What_would_end_the_streams_of_its_readers_is_no_event(string rest) => Assert.Throws<FormatException>(() => Read(Attributes + rest));

    [Fact]
    public void Bytes_that_are_no_text_are_no_event() =>
        Assert.Throws<FormatException>(() => BrokerMessage.Read((byte[])[.. Encoding.UTF8.GetBytes($"{Attributes}\"data\":\""), 0xC3, .. "\"}"u8], 1L, "{}"));

    private static ReceivedEvent Read(string body) => BrokerMessage.Read(Encoding.UTF8.GetBytes(body), 1L, "{}");
}
