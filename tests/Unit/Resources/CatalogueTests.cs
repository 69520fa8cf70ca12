using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

public sealed class CatalogueTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);
    private static readonly CatalogueRow Boat = new("B-1", CatalogueKind.Vehicle, "assault-boat", "Boat 1", 6);

    [Fact]
    public void Whatever_is_written_as_csv_is_read_as_it_was() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(CatalogueRows.Many, rows =>
    {
        var (read, refusal) = CatalogueCsv.Read(Bytes(CatalogueCsv.Header + string.Concat(rows.Select(CatalogueCsv.Line))));
        return refusal is null && read.Select(r => Sound(r.Json)).SequenceEqual(rows);
    }));

    [Fact]
    public void No_cell_begins_a_formula_in_a_spreadsheet() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(CatalogueRows.Many, rows => rows.All(row =>
    {
        var (records, _) = CsvRecords.Read(CatalogueCsv.Line(row), ',');
        return records[0].Cells.All(c => c.Length == 0 || "=+-@\t\r\n＝＋－＠".IndexOf(c[0]) < 0 || double.TryParse(c, System.Globalization.CultureInfo.InvariantCulture, out _));
    })));

    [Theory]
    [InlineData("code,kind,typeCode,name,quantity\r\nB-1,Vehicle,assault-boat,Boat 1,6\r\n")]
    [InlineData("\uFEFFcode,kind,typeCode,name,quantity\nB-1,Vehicle,assault-boat,Boat 1,6")]
    [InlineData("code;kind;typeCode;name;quantity\r\nB-1;Vehicle;assault-boat;Boat 1;6\r\n\r\n")]
    [InlineData("quantity;name;typeCode;kind;code\r\"6\";\"Boat 1\";assault-boat;Vehicle;B-1")]
    public void Files_are_read_as_programs_write_them(string text)
    {
        var (rows, refusal) = CatalogueCsv.Read(Bytes(text));
        Assert.Null(refusal);
        Assert.Equal(Boat with { UnitOfMeasure = "boat", Rank = CallUpRank.Primary }, Sound(Assert.Single(rows).Json));
    }

    [Fact]
    public void Where_semicolons_separate_a_comma_is_the_decimal_sign()
    {
        var (rows, _) = CatalogueCsv.Read(Bytes("code;kind;typeCode;name;quantity;latitude;longitude\nB-1;Vehicle;assault-boat;Boat 1;6;-43,25;126\n"));
        Assert.Equal((-43.25, 126), (Sound(rows[0].Json).Latitude, Sound(rows[0].Json).Longitude));
    }

    [Theory]
    [InlineData("", "csv-columns")]
    [InlineData("code,kind,person\nx", "csv-columns")]
    [InlineData("code,code\nx", "csv-columns")]
    [InlineData("code\na,b", "csv")]
    [InlineData("code\n\"a", "csv")]
    [InlineData("code\n\"a\"b", "csv")]
    public void A_file_that_cannot_be_read_says_why(string text, string rule) => Assert.Equal(rule, CatalogueCsv.Read(Bytes(text)).Refusal!.Rule);

    [Fact]
    public void A_file_in_another_encoding_is_refused() => Assert.Equal("csv-encoding", CatalogueCsv.Read(new byte[] { 0x63, 0xC4, 0xE3 }).Refusal!.Rule);

    [Fact]
    public void A_row_knows_the_line_it_stands_on()
    {
        var (rows, _) = CatalogueCsv.Read(Bytes("code,name\r\n\r\nA,\"two\r\nlines\"\r\nB,x\r\n"));
        Assert.Equal([3, 5], rows.Select(r => r.Line));
    }

    [Fact]
    public void Of_a_file_that_is_too_long_no_more_is_read_than_shows_that_it_is()
    {
        // What stands behind the row too many is not looked at, and so is no fault either.
        var text = "code\n" + string.Concat(Enumerable.Range(0, 12).Select(n => $"c{n}\n")) + "\"never closed";
        Assert.Equal(11, CatalogueCsv.Read(Bytes(text), 10).Rows.Count);
        Assert.Equal("items", Assert.Single(CatalogueBody.Read(Bytes(text), isCsv: true, 10, T0).Wrong).Rule);
        Assert.Equal("csv", Assert.Single(CatalogueBody.Read(Bytes(text), isCsv: true, 12, T0).Wrong).Rule);
        var json = $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"a":{"b":{}}}""", 11))}},never closed""";
        Assert.Equal("items", Assert.Single(CatalogueBody.Read(Bytes(json), isCsv: false, 10, T0).Wrong).Rule);
        Assert.Equal("json", Assert.Single(CatalogueBody.Read(Bytes(json), isCsv: false, 11, T0).Wrong).Rule);
    }

    [Fact]
    public void What_a_row_does_not_name_stays_and_what_it_names_as_nothing_is_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(CatalogueRows.Many, Gen.Choose(0, 1 << 12).ToArbitrary(), (rows, bits) => rows.All(before =>
    {
        string[] names = [.. CatalogueCsv.Header.TrimEnd().Split(',').Where((n, i) => i < 3 || (bits & (1 << (i - 3))) != 0)];
        var read = CatalogueCsv.Read(Bytes($"{string.Join(',', names)}\n\"{before.Code}\",{before.Kind},{before.TypeCode}{new string(',', names.Length - 3)}\n")).Rows[0].Json;
        var said = JsonSerializer.SerializeToNode(read.Deserialize<CatalogueRow>(Wire.Json)!.Over(read, before), Wire.Json)!;
        var then = JsonSerializer.SerializeToNode(before, Wire.Json)!;
        return CatalogueCsv.Header.TrimEnd().Split(',').Skip(3).Where(n => n != "unitOfMeasure").All(n => JsonNode.DeepEquals(said[n], names.Contains(n) ? null : then[n]));
    })));

    public static TheoryData<CatalogueRow, string, string> Faults => new()
    {
        { Boat with { Name = null }, "/name", "required" },
        { Boat with { Kind = CatalogueKind.Team }, "/kind", "other-kind" },
        { Boat with { TypeCode = "tent" }, "/kind", "goods" },
        { Boat with { TypeCode = "riot-team" }, "/typeCode", "unknown-resource-type" },
        { Boat with { UnitOfMeasure = "person" }, "/unitOfMeasure", "unit-of-measure" },
        { Boat with { Latitude = 43 }, "/latitude", "required" },
        { Boat with { ExpiresAt = T0 }, "/expiresAt", "not-of-kind" },
        { Boat with { AmountMinor = 100 }, "/currency", "required" },
        { Boat with { Quantity = 100_001 }, "/quantity", "range" },
        { Boat with { Code = " B-1" }, "/code", "own-code" },
        { new("S-1", CatalogueKind.Stock, "tent", Quantity: 5, Source: StockSource.Agreement), "/source", "stock-source" },
        { new("S-1", CatalogueKind.AgreementStock, "assault-boat", Quantity: 5), "/kind", "unit" },
        { new("P-1", CatalogueKind.Position, "hydrology", Quantity: 5), "/typeCode", "unknown-provision" },
        { new("E-1", CatalogueKind.Expert, "hydrology", Quantity: 1), "/dutyNumber", "required" },
        { new("E-1", CatalogueKind.Expert, "hydrology", Quantity: 1, DutyNumber: "138 0013 8000"), "/dutyNumber", "duty-number" },
        { new("E-1", CatalogueKind.Expert, "hydrology", Quantity: 1, DutyNumber: "+86 138-0013-8000"), "/dutyNumber", "duty-number" },
        { new("E-1", CatalogueKind.Expert, "hydrology", Quantity: 1, DutyNumber: "013800138000"), "/dutyNumber", "duty-number" },
        { new("E-1", CatalogueKind.Expert, "hydrology", Quantity: 1, DutyNumber: "13800138000 1"), "/dutyNumber", "duty-number" },
        { new("E-1", CatalogueKind.Expert, "hydrology", "Prof. Wang", 1, DutyNumber: "0432-6200 1001"), "/name", "not-of-kind" },
        { new("E-1", CatalogueKind.Expert, "hydrology", Quantity: 1, DutyNumber: "Dr. Wang"), "/dutyNumber", "duty-number" },
        { new("F-1", CatalogueKind.Fund, "Lottery", "x", AmountMinor: 5, Currency: "CNY"), "/typeCode", "fund-source" },
        { new("F-1", CatalogueKind.Fund, "Budget", "x", AmountMinor: 5, Currency: "yuan"), "/currency", "currency" },
        { new("F-1", CatalogueKind.Fund, "Budget", "x", Quantity: 5, AmountMinor: 5, Currency: "CNY"), "/quantity", "not-of-kind" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Each_fault_of_a_row_is_named_with_its_field(CatalogueRow row, string pointer, string rule) =>
        Assert.Contains((pointer, rule), CatalogueRules.Check(row, CatalogueRows.Types).Wrong.Select(w => (w.Pointer!, w.Rule)));

    [Fact]
    public void A_row_has_no_place_for_a_person() =>
        Assert.DoesNotContain(typeof(CatalogueRow).GetProperties(), p => p.Name.Contains("Person", StringComparison.Ordinal) || p.Name.Contains("Contact", StringComparison.Ordinal) || p.Name.Contains("Mobile", StringComparison.Ordinal));

    private static CatalogueRow Sound(JsonObject json)
    {
        var (row, odd) = InputRecords.Read<CatalogueRow>(json, T0);
        Assert.Empty(odd);
        var (whole, wrong) = CatalogueRules.Check(row!, CatalogueRows.Types);
        Assert.Empty(wrong);
        return whole;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
