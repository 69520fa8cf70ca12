using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Transfers;

/// <summary>
/// Where the tree names who may command in a place or above it, command passes only to one of them. Where it names nobody, the parties decide:
/// nobody is kept from taking command because a register is empty.
/// </summary>
internal static class CommandAuthority
{
    public static async Task<Refusal?> MayLeadAsync(string agency, Incident incident, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var tree = await db.TreeAsync(package, call, ct);
        if (tree.May(agency, AuthorityPower.Command, incident.Jurisdiction)) return null;
        var places = tree.Chain(incident.Jurisdiction).Select(n => n.Code).ToList();
        var named = await db.AuthorityGrants.Where(g => g.Power == AuthorityPower.Command && places.Contains(g.Jurisdiction)
            && (g.ExerciseId == null || g.ExerciseId == call.Exercise)).ToListAsync(ct);
        return named.Exists(g => g.HoldsAt(call.Now))
            ? Refusal.Forbidden("no-authority", "The incoming commander holds no power to command in this jurisdiction or above it.")
            : null;
    }
}
