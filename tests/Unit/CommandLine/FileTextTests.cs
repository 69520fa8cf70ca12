using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Desks;
using Coordination.CommandLine.Regions;

namespace Coordination.Tests.Unit.CommandLine;

public sealed class FileTextTests
{
    /// <summary>"situation,洪水" in GBK. Of some few characters the bytes are UTF-8 too, so that 水 alone would be read as that.</summary>
    private static readonly byte[] Gbk = [.. "situation,"u8, 0xBA, 0xE9, 0xCB, 0xAE];

    [Fact]
    public void A_table_that_an_office_program_saved_is_read_as_it_was_written()
    {
        Assert.Equal(("situation,洪水", true), FileText.Of("a.csv", Gbk, isTable: true));
        Assert.Equal(("situation,洪水", false), FileText.Of("a.csv", Encoding.UTF8.GetBytes("situation,洪水"), isTable: true));
        Assert.Equal(("a", false), FileText.Of("a.csv", [0xEF, 0xBB, 0xBF, (byte)'a'], isTable: true));
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_name_and_never_guessed()
    {
        Assert.Contains("a.json", Assert.Throws<RegionException>(() => FileText.Of("a.json", Gbk, isTable: false)).Message, StringComparison.Ordinal);
        Assert.Contains("GB18030", Assert.Throws<RegionException>(() => FileText.Of("a.csv", [0xFF, 0xFF], isTable: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chinese_text_is_sent_as_it_is() =>
        Assert.Equal("""{"csv":"水"}""", Desk.Sent(new JsonObject { ["csv"] = "水" }));
}
