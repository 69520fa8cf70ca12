using System.Linq.Expressions;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Funds;
using Coordination.Resources.Stock;
using Coordination.Resources.Types;
using Coordination.Resources.Units;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Catalogue;

/// <summary>A row of the catalogue with the id of what it is about, as the store gives it: code and kind follow from what is beside it.</summary>
internal sealed record CatalogueEntry(Guid Id, CatalogueRow Row, ProvisionKind? Provision, FundSource? Fund)
{
    public static readonly Expression<Func<Unit, CatalogueEntry>> OfUnit = u => new(u.Id, new(u.OwnCode ?? "", CatalogueKind.Team, u.TypeCode, u.CallSign, u.Strength, u.UnitOfMeasure,
        u.NimsType, u.Rank, null, null, u.Latitude, u.Longitude, null, u.HourlyCostMinor, u.Currency), null, null);

    public static readonly Expression<Func<StockLot, CatalogueEntry>> OfLot = l => new(l.Id, new(l.OwnCode ?? "", CatalogueKind.Stock, l.TypeCode, l.Depot, l.Free + l.Held + l.Picked,
        l.UnitOfMeasure, null, null, l.Source, l.ExpiresAt, l.Latitude, l.Longitude, null, null, null), null, null);

    public static readonly Expression<Func<Provision, CatalogueEntry>> OfProvision = p => new(p.Id, new(p.OwnCode, CatalogueKind.Position, p.TypeCode, p.Name, p.Quantity, p.UnitOfMeasure,
        null, null, null, null, p.Latitude, p.Longitude, p.DutyNumber, null, null), p.Kind, null);

    public static readonly Expression<Func<Budget, CatalogueEntry>> OfBudget = b => new(b.Id, new(b.OwnCode ?? "", CatalogueKind.Fund, "", b.Purpose, null, null,
        null, null, null, null, null, null, null, b.GrantedMinor, b.Currency), null, b.Source);

    private static readonly Func<Unit, CatalogueEntry> Unit = OfUnit.Compile();
    private static readonly Func<StockLot, CatalogueEntry> Lot = OfLot.Compile();
    private static readonly Func<Provision, CatalogueEntry> Kept = OfProvision.Compile();
    private static readonly Func<Budget, CatalogueEntry> Money = OfBudget.Compile();

    /// <summary>How the catalogue lists a unit, lot, provision or budget that is there.</summary>
    public static CatalogueRow Of(object thing, ResourceCatalogue types) => (thing switch
    {
        Unit u => Unit(u),
        StockLot l => Lot(l),
        Provision p => Kept(p),
        _ => Money((Budget)thing),
    }).Whole(types).Row;

    /// <summary>What has no code of its own is known by its id.</summary>
    public CatalogueEntry Whole(ResourceCatalogue types) => this with
    {
        Row = Row with
        {
            Code = Row.Code.Length > 0 ? Row.Code : Id.ToString("N"),
            TypeCode = Fund is { } fund ? fund.ToString() : Row.TypeCode,
            Kind = (Fund, Provision, Row.Source) switch
            {
                ({ }, _, _) => CatalogueKind.Fund,
                (_, ProvisionKind.Position, _) => CatalogueKind.Position,
                (_, ProvisionKind.Shelter, _) => CatalogueKind.Shelter,
                (_, ProvisionKind.Expert, _) => CatalogueKind.Expert,
                (_, _, StockSource.Agreement) => CatalogueKind.AgreementStock,
                (_, _, { }) => CatalogueKind.Stock,
                _ => types.KindOf(Row.TypeCode) switch { UnitKind.Vehicle => CatalogueKind.Vehicle, UnitKind.Equipment => CatalogueKind.Equipment, _ => CatalogueKind.Team },
            },
        },
    };

    /// <summary>So many entries after one, in the order in which they were entered. Parts are read, no rows: who notes reading names each.</summary>
    public static async Task<IReadOnlyList<CatalogueEntry>> AfterAsync(ResourcesDb db, ResourceCatalogue types, string agency, Guid? exercise, Guid after, int count, CancellationToken ct)
    {
        var units = await db.Units.Where(u => u.Agency == agency && u.ExerciseId == exercise && u.Id > after).OrderBy(u => u.Id).Take(count).Select(OfUnit).ToListAsync(ct);
        var lots = await db.Lots.Where(l => l.Agency == agency && l.ExerciseId == exercise && l.Id > after && (l.State == LotState.Usable || l.State == LotState.NearExpiry)
            && l.Free + l.Held + l.Picked > 0).OrderBy(l => l.Id).Take(count).Select(OfLot).ToListAsync(ct);
        var kept = await db.Provisions.Where(p => p.Agency == agency && p.ExerciseId == exercise && p.Id > after).OrderBy(p => p.Id).Take(count).Select(OfProvision).ToListAsync(ct);
        var money = await db.Budgets.Where(b => b.Agency == agency && b.ExerciseId == exercise && b.Id > after).OrderBy(b => b.Id).Take(count).Select(OfBudget).ToListAsync(ct);
        return [.. units.Concat(lots).Concat(kept).Concat(money).OrderBy(e => e.Id).Take(count).Select(e => e.Whole(types))];
    }
}
