using Coordination.Intake.Batches;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Intake;

public sealed class CsvTableTests
{
    private static readonly string[] Pieces = ["a", "水", ",", "\"", "\n", "\r\n", " ", "", "\"\"", "-1.5"];

    [Fact]
    public void Whatever_cells_are_written_the_same_are_read() =>
        Prop.ForAll(Gen.Choose(0, Pieces.Length - 1).ArrayOf(4).ArrayOf(3).ArrayOf().ToArbitrary(), numbers =>
        {
            var rows = numbers.Select(row => row.Select(cell => string.Concat(cell.Select(n => Pieces[n]))).ToList()).ToList();
            var text = string.Join("\r\n", rows.Select(row => string.Join(',', row.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            return CsvTable.Read(text).Rows.Select(r => r.Cells.ToList()).SequenceEqual(rows, new Same());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_row_knows_the_line_where_it_begins_and_empty_lines_are_none()
    {
        var (rows, refusal) = CsvTable.Read("\uFEFFa,b\r\n\r\n\"two\nlines\",x\n,\n");
        Assert.Null(refusal);
        Assert.Equal([1, 3, 5], rows.Select(r => r.Line));
        Assert.Equal(["two\nlines", "x"], rows[1].Cells);
        Assert.Equal(["", ""], rows[2].Cells);
    }

    [Theory]
    [InlineData("a\n\"never closed")]
    [InlineData("a\nb\"c")]
    [InlineData("a\n\"b\"c")]
    public void A_quote_that_stands_wrong_is_refused(string text) => Machine.Refused(CsvTable.Read(text).Refusal, "csv");

    [Theory]
    [InlineData("", "csv")]
    [InlineData("kind,colour", "unknown-column")]
    [InlineData("kind,kind", "csv")]
    [InlineData("kind,source,channel,toAgency,category,areaCode", "missing-column")]
    public void A_header_names_columns_of_reports_and_each_once(string text, string rule) => Machine.Refused(ReportFile.Read(text).Refusal, rule);

    [Fact]
    public void A_file_has_its_bound()
    {
        var header = string.Join(',', ReportColumns.Required);
        Assert.Equal(500, ReportFile.Read($"{header}\n{string.Concat(Enumerable.Repeat("x\n", 500))}").File!.Rows.Count);
        Machine.Refused(ReportFile.Read($"{header}\n{string.Concat(Enumerable.Repeat("x\n", 501))}").Refusal, "too-many-rows");
    }

    [Fact]
    public void The_example_of_the_page_is_taken()
    {
        var page = File.ReadAllText(SourceTree.At("docs", "channels.md")).ReplaceLineEndings("\n");
        var file = ReportFile.Read(page.Split("```csv\n")[1].Split("```")[0]).File!;
        Assert.Equal(2, file.Rows.Count);
        foreach (var row in file.Rows) Assert.Equal([], InputRecords.Read<ReceiveReport>(ReportColumns.Body(file.Header, row.Cells).Body, new(2026, 7, 28, 0, 0, 0, TimeSpan.Zero)).Wrong);
    }

    private sealed class Same : IEqualityComparer<List<string>>
    {
        public bool Equals(List<string>? x, List<string>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(List<string> obj) => obj.Count;
    }
}
