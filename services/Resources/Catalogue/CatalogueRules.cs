using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;

namespace Coordination.Resources.Catalogue;

/// <summary>What a row must say, must not say and may leave out, by its kind.</summary>
internal static class CatalogueRules
{
    private static readonly Dictionary<CatalogueKind, (string[] Must, string[] May)> Members = new()
    {
        [CatalogueKind.Team] = (["name", "quantity"], ["nimsType", "rank", "place", "amountMinor"]),
        [CatalogueKind.Vehicle] = (["name", "quantity"], ["nimsType", "rank", "place", "amountMinor"]),
        [CatalogueKind.Equipment] = (["name", "quantity"], ["nimsType", "rank", "place", "amountMinor"]),
        [CatalogueKind.Stock] = (["quantity"], ["name", "source", "expiresAt", "place"]),
        [CatalogueKind.AgreementStock] = (["quantity"], ["name", "source", "expiresAt", "place"]),
        [CatalogueKind.Position] = (["quantity"], ["name", "dutyNumber"]),
        [CatalogueKind.Shelter] = (["name", "quantity"], ["dutyNumber", "place"]),
        [CatalogueKind.Expert] = (["quantity", "dutyNumber"], []),
        [CatalogueKind.Fund] = (["name", "amountMinor"], []),
    };

    private static bool IsUnit(CatalogueKind kind) => kind <= CatalogueKind.Equipment;

    private static bool IsGoods(CatalogueKind kind) => kind is CatalogueKind.Stock or CatalogueKind.AgreementStock;

    /// <summary>The row with what it may leave out, and what is wrong with it, each by JSON Pointer into the row.</summary>
    public static (CatalogueRow Row, IReadOnlyList<Refusal> Wrong) Check(CatalogueRow row, ResourceCatalogue types)
    {
        var wrong = new List<Refusal>();
        var (must, may) = Members[row.Kind];
        foreach (var (name, isSaid) in Said(row))
            if (!isSaid && must.Contains(name)) wrong.Add(Refusal.Invalid($"/{name}", "required", $"A {row.Kind} needs it."));
            else if (isSaid && !must.Contains(name) && !may.Contains(name)) wrong.Add(Refusal.Invalid(name == "place" ? "/latitude" : $"/{name}", "not-of-kind", $"A {row.Kind} has none."));
        if (GeoPoint.Check(row.Latitude, row.Longitude) is { } half) wrong.Add(half);
        if (Money.Check(row.AmountMinor, row.Currency, "/amountMinor") is { } money) wrong.Add(money);
        if (row.Name?.Length > (IsUnit(row.Kind) ? 60 : IsGoods(row.Kind) ? 100 : 200)) wrong.Add(Refusal.Invalid("/name", "length", "A unit's has at most 60 characters, a depot's 100, others 200."));
        if (IsUnit(row.Kind) && (row.Quantity > 100_000 || row.AmountMinor > 1_000_000_000_000L)) wrong.Add(Refusal.Invalid("/quantity", "range", "A unit brings at most 100000, and an hour of it costs at most 10^12."));
        if (row is { Kind: CatalogueKind.Fund, AmountMinor: 0 }) wrong.Add(Refusal.Invalid("/amountMinor", "amount-required", "Say how much, in minor units."));
        if (row.DutyNumber is { } number && !IsDesk(number)) wrong.Add(Refusal.Invalid("/dutyNumber", "duty-number", "The number of a duty desk: digits, spaces, + and -, and no mobile telephone's."));
        if (row.Code.Any(char.IsControl) || row.Code.Trim() != row.Code) wrong.Add(Refusal.Invalid("/code", "own-code", "A code has no space around it."));
        var (unit, type) = TypeOf(row, types);
        if (type is not null) wrong.Add(type);
        else if (row.UnitOfMeasure is { } said && said != unit) wrong.Add(Refusal.Invalid("/unitOfMeasure", "unit-of-measure", $"It is counted in: {unit ?? "nothing, an amount has a currency"}."));
        return (Whole(row, unit), wrong);
    }

    private static (string Name, bool IsSaid)[] Said(CatalogueRow r) =>
    [
        ("name", r.Name is not null), ("quantity", r.Quantity is not null), ("nimsType", r.NimsType is not null), ("rank", r.Rank is not null), ("source", r.Source is not null),
        ("expiresAt", r.ExpiresAt is not null), ("place", r.Latitude is not null), ("dutyNumber", r.DutyNumber is not null), ("amountMinor", r.AmountMinor is not null),
    ];

    private static (string? Unit, Refusal? Refusal) TypeOf(CatalogueRow row, ResourceCatalogue types)
    {
        if (row.Kind == CatalogueKind.Fund)
            return Enum.GetNames<FundSource>().Contains(row.TypeCode) ? (null, null) : (null, Refusal.Invalid("/typeCode", "fund-source", $"One of: {string.Join(", ", Enum.GetNames<FundSource>())}."));
        if (row.Kind is CatalogueKind.Position or CatalogueKind.Shelter or CatalogueKind.Expert)
            return types.Provision(row.TypeCode) is { } provision && provision.Kind.ToString() == row.Kind.ToString()
                ? (provision.UnitOfMeasure, null) : (null, Refusal.Invalid("/typeCode", "unknown-provision", "The jurisdiction package lists no such provision of this kind."));
        var (type, unknown) = types.Find(row.TypeCode);
        if (unknown is not null) return (null, unknown);
        if (IsGoods(row.Kind)) return type!.Form == ResourceForm.Goods ? Sourced(row, type) : (null, Refusal.Invalid("/kind", "unit", "Units are registered, not received."));
        if (type!.Form != ResourceForm.Unit) return (null, Refusal.Invalid("/kind", "goods", "Goods come from stock lots, not as units."));
        return types.KindOf(type.Code).ToString() == row.Kind.ToString() ? (type.UnitOfMeasure, null) : (null, Refusal.Invalid("/kind", "other-kind", $"The type is of kind {types.KindOf(type.Code)}."));
    }

    private static (string? Unit, Refusal? Refusal) Sourced(CatalogueRow row, ResourceType type) => row.Source is { } source && source == StockSource.Agreement != (row.Kind == CatalogueKind.AgreementStock)
        ? (null, Refusal.Invalid("/source", "stock-source", "What a supplier keeps is of source Agreement, and nothing else is.")) : (type.UnitOfMeasure, null);

    private static CatalogueRow Whole(CatalogueRow row, string? unit) => row with
    {
        UnitOfMeasure = unit,
        Rank = IsUnit(row.Kind) ? row.Rank ?? CallUpRank.Primary : null,
        Source = row.Kind switch { CatalogueKind.Stock => row.Source ?? StockSource.Government, CatalogueKind.AgreementStock => StockSource.Agreement, _ => null },
        // The store keeps whole microseconds.
        ExpiresAt = row.ExpiresAt is { } at ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero) : null,
    };

    /// <summary>A mobile telephone is a person's: eleven digits from 13 to 19, as they are given out in China.</summary>
    private static bool IsDesk(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var own = digits.TrimStart('0');
        if (own.StartsWith("86", StringComparison.Ordinal)) own = own[2..].TrimStart('0');
        return digits.Length >= 3 && number.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-') && !(own.Length >= 11 && own[0] == '1' && own[1] is >= '3' and <= '9');
    }
}
