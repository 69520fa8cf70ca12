using Coordination.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>
/// The access log for those whose data was read: an agency finds who of others read about its subjects, and nothing else; who runs or reviews the region finds
/// all. Of one subject, or of the exercise at hand.
/// </summary>
internal static class AccessPage
{
    internal static void Map(IEndpointRouteBuilder routes, string at, string name) => routes.MapGet($"{at}/accesses", List).WithName($"{name}Accesses")
        .WithSummary("Who of other agencies read what is one's own here, oldest first; operators and auditors read all entries.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration, Roles.Auditor, Roles.Operator);

    private static async Task<Ok<Page<AccessView>>> List(
        Guid? subject, string? agency, DateTimeOffset? since, Paging page, ServiceDb db, AccessLog log, Call call, CancellationToken ct)
    {
        // What this process has counted so far is part of the answer.
        await log.CountAsync(ct);
        var (all, own) = (db.SeesAll, call.Caller.Agency);
        return TypedResults.Ok(await db.Set<Access>().AsNoTracking()
            .Where(a => (all || a.Owner == own) && (subject == null ? a.ExerciseId == call.Exercise : a.Subject == subject)
                && (agency == null || a.Agency == agency) && (since == null || a.LastAt >= since))
            .ToPageAsync(page, a => a.Id, AccessView.Of, ct));
    }
}
