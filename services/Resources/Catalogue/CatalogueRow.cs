using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Catalogue;

/// <summary>
/// One thing that an agency has, as its catalogue lists it: the same members in JSON and as columns in CSV. It says what there is, and not what it is doing.
/// No member is for a person.
/// </summary>
/// <param name="Code">The agency's own code; the same code again is the same thing.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TypeCode">Resource type or provision of the jurisdiction package; of money one of Budget, SpecialFund, ReserveFund, Donation.</param>
/// <param name="Name">Name on the air, depot, supplier, shelter or post; of money its use. Never a person's.</param>
/// <param name="Quantity">How many of the unit of measure.</param>
/// <param name="UnitOfMeasure">That of its type; may be left out.</param>
/// <param name="NimsType">NIMS type of a unit where it is not that of its type, 1 the most capable.</param>
/// <param name="Rank">Call-up order of a unit; Primary where left out.</param>
/// <param name="Source">Where goods come from; Government for stock where left out, always Agreement at a supplier.</param>
/// <param name="ExpiresAt">When goods expire, with the offset from UTC.</param>
/// <param name="Latitude">Of the base, depot or shelter, in degrees (WGS 84).</param>
/// <param name="Longitude">Likewise.</param>
/// <param name="DutyNumber">Number of a duty desk, not of a mobile telephone.</param>
/// <param name="AmountMinor">Of money how much, of a unit what an hour costs; in minor units.</param>
/// <param name="Currency">Of the amount, ISO 4217.</param>
public sealed record CatalogueRow(
    [property: Text(40)] string Code, CatalogueKind Kind, [property: Text(40)] string TypeCode, [property: Text(200)] string? Name = null,
    [property: Range(1, 100_000_000)] int? Quantity = null, [property: Text(20)] string? UnitOfMeasure = null, [property: Range(1, 4)] int? NimsType = null,
    CallUpRank? Rank = null, StockSource? Source = null, DateTimeOffset? ExpiresAt = null, [property: Range(-90.0, 90.0)] double? Latitude = null,
    [property: Range(-180.0, 180.0)] double? Longitude = null, [property: Text(20)] string? DutyNumber = null,
    [property: Range(0L, 1_000_000_000_000_000L)] long? AmountMinor = null, [property: Text(3, 3)] string? Currency = null);
