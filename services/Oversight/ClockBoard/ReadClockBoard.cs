using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.ClockBoard;

/// <summary>The region's clocks, and how often each duty was done in time.</summary>
internal static class ReadClockBoard
{
    private static readonly ClockState[] Judged = [ClockState.Met, ClockState.MetLate, ClockState.Breached];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/clock-board", List).WithName("readClockBoard").WithSummary("Clocks of what the caller may read, of one incident or key when asked.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.Operator, Roles.Integration);
        routes.MapGet("/v1/kpis", Kpis).WithName("readKpis").WithSummary("Share of duties done in time, by clock; exercises, waived clocks and times that only run out do not count.")
            .RequireRole(Roles.Auditor, Roles.Operator, Roles.Commander);
    }

    private static async Task<Ok<Page<BoardClockView>>> List(Guid? incident, string? key, ClockState? state, Paging page, OversightDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Clocks.AsNoTracking()
            .Where(c => c.ExerciseId == call.Exercise && (incident == null || c.Subject == incident) && (key == null || c.Key == key) && (state == null || c.State == state))
            .ToPageAsync(page, c => c.Id, BoardClockView.Of, ct));

    private static async Task<Ok<IReadOnlyList<KpiView>>> Kpis(OversightDb db, JurisdictionPackage package, CancellationToken ct)
    {
        var counted = await db.Clocks.AsNoTracking().IgnoreQueryFilters().Where(c => c.ExerciseId == null && Judged.Contains(c.State))
            .GroupBy(c => new { c.Key, c.State }).Select(g => new { g.Key.Key, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        return TypedResults.Ok((IReadOnlyList<KpiView>)[.. counted.Where(c => package.IsDuty(c.Key)).GroupBy(c => c.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KpiView($"in-time:{g.Key}", 1, g.Where(c => c.State == ClockState.Met).Sum(c => c.Count), g.Sum(c => c.Count)))]);
    }
}

/// <summary>A clock on the board.</summary>
public sealed record BoardClockView(
    Guid Id, string Source, string Key, Guid EntityId, Guid Subject, int Occurrence, ClockState State, DateTimeOffset StartedAt, DateTimeOffset DueAt,
    DateTimeOffset? WarnedAt, DateTimeOffset? MetAt, DateTimeOffset? BreachedAt)
{
    internal static BoardClockView Of(BoardClock c) => new(
        c.Id, c.Source, c.Key, c.EntityId, c.Subject, c.Occurrence, c.State, c.StartedAt, c.DueAt, c.WarnedAt, c.MetAt, c.BreachedAt);
}

/// <summary>A key figure.</summary>
/// <param name="Key">What is measured.</param>
/// <param name="DefinitionVersion">Version of its definition.</param>
/// <param name="Numerator">Duties done in time.</param>
/// <param name="Denominator">Duties that were judged.</param>
public sealed record KpiView(string Key, int DefinitionVersion, int Numerator, int Denominator);
