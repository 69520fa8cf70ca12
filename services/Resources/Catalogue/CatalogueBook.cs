using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Funds;
using Coordination.Resources.Stock;
using Coordination.Resources.Types;
using Coordination.Resources.Units;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Catalogue;

/// <summary>Enters rows of a catalogue in the book: each becomes a unit, a lot, a provision or a budget, or changes the one that bears its code.</summary>
internal sealed class CatalogueBook(ResourcesDb db, ResourceCatalogue types, Receiving receiving, BudgetBook budgets, Call call)
{
    private static readonly Refusal Granting = Refusal.Invalid("/kind", "role-required", "Money is entered by who may grant it: a commander or an approver.");
    private static readonly Refusal Keeping = Refusal.Invalid("/kind", "role-required", "Who approves enters money, and nothing else.");

    /// <summary>How many were added and changed, and which rows are refused; where any is, the caller must save nothing.</summary>
    public (int Added, int Changed, IReadOnlyList<(int Row, Refusal Refusal)> Refused) Enter(string agency, IReadOnlyList<CatalogueRow> rows, IReadOnlyDictionary<string, object> known)
    {
        var (added, changed, refused) = (0, 0, new List<(int, Refusal)>());
        var (mayGrant, mayKeep) = (Who.Decides.Any(call.Caller.Has), Who.Reports.Any(call.Caller.Has));
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (!known.TryGetValue(row.Code, out var there))
            {
                if ((Barred(row.Kind) ?? Add(agency, row)) is { } no) refused.Add((i, no));
                added++;
                continue;
            }
            var before = CatalogueEntry.Of(there, types);
            // What left the depot since the row was last listed is not counted in again.
            if (before == row || Listed(there, before) == row) continue;
            if ((Barred(row.Kind) ?? Change(there, before, row)) is { } refusal) refused.Add((i, refusal));
            changed++;
        }
        return (added, changed, refused);

        Refusal? Barred(CatalogueKind kind) => kind == CatalogueKind.Fund ? mayGrant ? null : Granting : mayKeep ? null : Keeping;
    }

    /// <summary>What the catalogue last said of a thing that is there: of a lot the number that it listed, and not what is left of it.</summary>
    public CatalogueRow Listed(object there) => Listed(there, CatalogueEntry.Of(there, types));

    private static CatalogueRow Listed(object there, CatalogueRow row) => there is StockLot { Listed: { } listed } ? row with { Quantity = listed } : row;

    /// <summary>What bears the codes, or has none and is known by its id.</summary>
    public async Task<IReadOnlyDictionary<string, object>> KnownAsync(string agency, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var exercise = call.Exercise;
        var ids = codes.Select(c => Guid.TryParseExact(c, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        var units = await db.Units.Where(u => u.Agency == agency && u.ExerciseId == exercise && codes.Contains(u.OwnCode!)).ToListAsync(ct);
        var lots = await db.Lots.Where(l => l.Agency == agency && l.ExerciseId == exercise && codes.Contains(l.OwnCode!) && l.State != LotState.Disposed).ToListAsync(ct);
        var money = await db.Budgets.Where(b => b.Agency == agency && b.ExerciseId == exercise && codes.Contains(b.OwnCode!)).ToListAsync(ct);
        var kept = await db.Provisions.Where(p => p.Agency == agency && p.ExerciseId == exercise && codes.Contains(p.OwnCode)).ToListAsync(ct);
        if (ids.Count > 0)
        {
            units.AddRange(await db.Units.Where(u => u.Agency == agency && u.ExerciseId == exercise && u.OwnCode == null && ids.Contains(u.Id)).ToListAsync(ct));
            lots.AddRange(await db.Lots.Where(l => l.Agency == agency && l.ExerciseId == exercise && l.OwnCode == null && ids.Contains(l.Id)).ToListAsync(ct));
            money.AddRange(await db.Budgets.Where(b => b.Agency == agency && b.ExerciseId == exercise && b.OwnCode == null && ids.Contains(b.Id)).ToListAsync(ct));
        }
        return units.Concat<object>(lots).Concat(money).Concat(kept).ToDictionary(t => CatalogueEntry.Of(t, types).Code, StringComparer.Ordinal);
    }

    private Refusal? Add(string agency, CatalogueRow row)
    {
        switch (row.Kind)
        {
            case CatalogueKind.Fund: return budgets.Open(agency, row.Code, Enum.Parse<FundSource>(row.TypeCode), row.AmountMinor!.Value, row.Currency!, row.Name!).Refusal;
            case CatalogueKind.Position or CatalogueKind.Shelter or CatalogueKind.Expert:
                var provision = Provision.Enter(Guid.CreateVersion7(), call.Exercise, agency, row.Code, types.Provision(row.TypeCode)!);
                Describe(provision, row);
                db.Add(provision);
                return null;
            case CatalogueKind.Stock or CatalogueKind.AgreementStock:
                var (lot, no) = receiving.Take(agency, types.Find(row.TypeCode).Type!, row.Quantity!.Value, row.Source!.Value, row.Name, row.ExpiresAt, row.Latitude, row.Longitude);
                lot?.Describe(row.Code, row.Name, row.Latitude, row.Longitude, row.Quantity!.Value);
                return no;
            default:
                var unit = Unit.Register(Guid.CreateVersion7(), call.Exercise, agency, row.Name!, row.TypeCode, row.UnitOfMeasure!, row.Quantity!.Value, row.Rank!.Value, call.Now);
                db.Add(unit);
                db.Append(unit.Id, new UnitRegistered(unit.Id, agency, unit.TypeCode, unit.Strength, unit.Rank, call.Now));
                return Describe(unit, row);
        }
    }

    private Refusal? Change(object there, CatalogueRow before, CatalogueRow row)
    {
        if ((before.Kind, before.TypeCode, before.Source) != (row.Kind, row.TypeCode, row.Source) || (row.Kind == CatalogueKind.Fund && before.Currency != row.Currency))
            return Refusal.Invalid("/code", "other-thing", "The code is that of something of another kind, type, source or currency.");
        if (before.ExpiresAt != row.ExpiresAt) return Refusal.Invalid("/expiresAt", "other-thing", "A lot keeps its expiry: goods that expire at another time are another lot.");
        switch (there)
        {
            case Unit unit: return Describe(unit, row);
            case Provision provision: Describe(provision, row); return null;
            case Budget budget: return budgets.Grant(budget, row.Name!, row.AmountMinor!.Value);
            default:
                var lot = (StockLot)there;
                var (isCount, inUse) = (row.Quantity != lot.Listed && row.Quantity != lot.OnHand, lot.Held + lot.Picked);
                if (isCount && row.Quantity < inUse) return Refusal.Invalid("/quantity", "lot-in-use", $"{inUse} of the lot are held or picked.");
                lot.Describe(row.Code, row.Name, row.Latitude, row.Longitude, row.Quantity!.Value);
                return isCount ? receiving.Count(lot, row.Quantity.Value - inUse) : null;
        }
    }

    private static Refusal? Describe(Unit unit, CatalogueRow row)
    {
        unit.Station(row.Latitude, row.Longitude, row.AmountMinor, row.Currency);
        return unit.Describe(row.Code, row.Name!, row.Quantity!.Value, row.Rank!.Value, row.NimsType);
    }

    private static void Describe(Provision provision, CatalogueRow row) => provision.Describe(row.Name, row.Quantity!.Value, row.DutyNumber, row.Latitude, row.Longitude);
}
