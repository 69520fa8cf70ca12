using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.HeadCounts;

/// <summary>The newest head counts of an incident, as its reports show them.</summary>
internal static class HeadCountRecord
{
    /// <summary>Null where nobody was counted.</summary>
    public static async Task<HeadCountSummary?> HeadCountAsync(this CommandDb db, Guid incident, CancellationToken ct)
    {
        if (await db.HeadCounts.AsNoTracking().Where(h => h.IncidentId == incident).OrderByDescending(h => h.StartedAt).ThenByDescending(h => h.Id).FirstOrDefaultAsync(ct) is not { } newest) return null;
        return await db.RoundAsync(newest.Id, newest.Rounds, ct) is { } last ? HeadCountSummary.Of(last, await db.RoundBeforeAsync(newest, last.Number, ct)) : null;
    }

    /// <summary>The round before the one with this number: before the first, the newest of the head counts that ran before these.</summary>
    public static async Task<HeadCountRound?> RoundBeforeAsync(this CommandDb db, HeadCount of, int number, CancellationToken ct)
    {
        if (number > 1) return await db.RoundAsync(of.Id, number - 1, ct);
        return await db.HeadCounts.AsNoTracking().Where(h => h.IncidentId == of.IncidentId && h.Id != of.Id && h.StartedAt <= of.StartedAt)
            .OrderByDescending(h => h.StartedAt).ThenByDescending(h => h.Id).FirstOrDefaultAsync(ct) is { } earlier ? await db.RoundAsync(earlier.Id, earlier.Rounds, ct) : null;
    }

    private static Task<HeadCountRound?> RoundAsync(this CommandDb db, Guid of, int number, CancellationToken ct) =>
        db.HeadCountRounds.AsNoTracking().FirstOrDefaultAsync(r => r.HeadCountId == of && r.Number == number, ct);
}
