using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Incidents;

/// <summary>What the ledger comes to: conflicting figures side by side, and which count.</summary>
internal static class ReadCasualtyTally
{
    /// <summary>Who may see the figures, here and in the situation report.</summary>
    public static readonly string[] By =
        [Roles.DutyOfficer, Roles.Commander, Roles.PublicInformationOfficer, Roles.Approver, Roles.Auditor, Roles.Integration];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/incidents/{id:guid}/casualties/tally", Handle)
        .WithName("readCasualtyTally").WithSummary("What counts of each kind, and every source's newest figure beside it.")
        .RequireRole(By);

    private static async Task<Results<Ok<CasualtyTallies>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is null) return Problems.NotFound("incident", id);
        return TypedResults.Ok(new CasualtyTallies(id, [.. (await db.TallyAsync(id, ct)).Select(CasualtyTallyView.Of)]));
    }

    public static async Task<IReadOnlyList<CasualtyTally>> TallyAsync(this CommandDb db, Guid incident, CancellationToken ct) => CasualtyTally.Of(
        await db.CasualtyEntries.AsNoTracking().Where(e => e.IncidentId == incident).ToListAsync(ct),
        await db.CasualtyDecisions.AsNoTracking().Where(d => d.IncidentId == incident).ToListAsync(ct));
}

/// <summary>What the ledger of an incident comes to.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Items">One for each kind that was counted.</param>
public sealed record CasualtyTallies(Guid IncidentId, IReadOnlyList<CasualtyTallyView> Items);

/// <summary>One kind.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Count">How many count.</param>
/// <param name="Confidence">As sure as the least sure of what counts.</param>
/// <param name="IsDisputed">True while a figure that nobody weighed says otherwise.</param>
/// <param name="DecidedBy">Agency that chose; null while nobody did, and the highest figure counts.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Figures">Every source's newest figure.</param>
public sealed record CasualtyTallyView(
    CasualtyKind Kind, int Count, Confidence Confidence, bool IsDisputed, string? DecidedBy, DateTimeOffset? DecidedAt, IReadOnlyList<CasualtyFigureView> Figures)
{
    internal static CasualtyTallyView Of(CasualtyTally t) =>
        new(t.Kind, t.Count, t.Confidence, t.IsDisputed, t.Decision?.DecidedBy, t.Decision?.DecidedAt, [.. t.Figures.Select(CasualtyFigureView.Of)]);
}

/// <summary>One source's figure.</summary>
/// <param name="EntryId">Entry of the ledger.</param>
/// <param name="Count">How many.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="IsCounted">True when it counts.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="Source">Who counted.</param>
/// <param name="AreaCode">Area or place; null for the incident's own area.</param>
/// <param name="OccurredAt">The moment that it is about.</param>
/// <param name="KnownAt">When it became known.</param>
public sealed record CasualtyFigureView(
    Guid EntryId, int Count, Confidence Confidence, bool IsCounted, CasualtyScope Scope, string Source, string? AreaCode, DateTimeOffset OccurredAt, DateTimeOffset KnownAt)
{
    internal static CasualtyFigureView Of(CasualtyFigure f) => new(
        f.Entry.Id, f.Count, f.Confidence, f.IsCounted, f.Entry.Line.Scope, f.Entry.Line.Source, f.Entry.AreaCode, f.Entry.OccurredAt, f.Entry.KnownAt);
}
