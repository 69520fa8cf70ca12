using Coordination.Contracts.Events;
using Coordination.Resources.Catalogue;
using Coordination.Resources.Types;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

/// <summary>Sound rows of every kind, with names that spreadsheets and separators stumble over.</summary>
internal static class CatalogueRows
{
    public static ResourceCatalogue Types { get; } = new(Coordination.Platform.PackageReader.Read("cn-default"));

    private static readonly string[] Names =
        ["Boat 1", "北岸一号", "=SUM(A1)", "+86", "-12", "@home", "'quoted'", "'=x", "a, b; c", "say \"hello\"", "two\nlines", "\ttab", " spaced ", "end\r\nof line", "\"", "''", "＝1", "＠x"];

    public static Arbitrary<IList<CatalogueRow>> Many { get; } = Gen.ListOf(
        from kind in Gen.Elements(Enum.GetValues<CatalogueKind>())
        from name in Gen.Elements(Names)
        from number in Gen.Choose(1, 100_000)
        from seconds in Gen.Choose(0, int.MaxValue)
        from place in Gen.Choose(-9_000_000, 9_000_000)
        from bits in Gen.Choose(0, 31)
        select Row(kind, name, number, DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMicroseconds(number), place / 100_000.0, bits)).Select(rows =>
            (IList<CatalogueRow>)[.. rows.Select((r, i) => r with { Code = $"{r.Code}-{i}" })]).ToArbitrary();

    public static CatalogueRow Row(CatalogueKind kind, string name, int number, DateTimeOffset at, double place, int bits)
    {
        var (isUnit, isGoods) = (kind <= CatalogueKind.Equipment, kind is CatalogueKind.Stock or CatalogueKind.AgreementStock);
        bool Has(int bit) => (bits & bit) != 0;
        var mayPlace = Has(1) && kind is not (CatalogueKind.Fund or CatalogueKind.Position or CatalogueKind.Expert);
        var mayCost = kind == CatalogueKind.Fund || (isUnit && Has(2));
        return new(
            $"{(Has(4) ? "=" : "")}c", kind, Type(kind), kind == CatalogueKind.Expert ? null : name, kind == CatalogueKind.Fund ? null : number, Unit(kind), isUnit && Has(8) ? (number % 4) + 1 : null,
            isUnit ? (CallUpRank)(number % 4) : null, kind == CatalogueKind.AgreementStock ? StockSource.Agreement : isGoods ? StockSource.Donation : null,
            isGoods && Has(16) ? at : null, mayPlace ? place : null, mayPlace ? place * 2 : null,
            kind == CatalogueKind.Expert || (Has(8) && kind is CatalogueKind.Position or CatalogueKind.Shelter) ? "+86 431-8190 0000" : null,
            mayCost ? number * 1_000_000L : null, mayCost ? "CNY" : null);
    }

    private static string Type(CatalogueKind kind) => kind switch
    {
        CatalogueKind.Team => "water-rescue-team",
        CatalogueKind.Vehicle => "assault-boat",
        CatalogueKind.Equipment => "pump-unit",
        CatalogueKind.Position => "duty-post",
        CatalogueKind.Shelter => "emergency-shelter",
        CatalogueKind.Expert => "hydrology",
        CatalogueKind.Fund => "ReserveFund",
        _ => "tent",
    };

    private static string? Unit(CatalogueKind kind) => kind switch
    {
        CatalogueKind.Fund => null,
        CatalogueKind.Position or CatalogueKind.Shelter or CatalogueKind.Expert => Types.Provision(Type(kind))!.UnitOfMeasure,
        _ => Types.Find(Type(kind)).Type!.UnitOfMeasure,
    };
}
