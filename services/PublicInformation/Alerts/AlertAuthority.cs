using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Cap;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// Who may alert the public of an area (突发事件应对法 Art. 64): where the tree names who issues warnings there or above it, only they approve and issue.
/// Where it names nobody the officer at hand does: nobody goes unwarned because a register is empty.
/// </summary>
internal static class AlertAuthority
{
    /// <summary>Null when the caller's agency may, for every area of the alert; otherwise who may.</summary>
    /// <param name="db">Where the powers are.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="codes">The package's system of area codes, which says what lies in what.</param>
    /// <param name="call">Who asks.</param>
    /// <param name="ct">Calls it off.</param>
    public static async Task<Refusal?> MayAlertAsync(this PublicInformationDb db, Alert alert, string codes, Call call, CancellationToken ct)
    {
        var powers = await db.Set<AgencyPower>().AsNoTracking()
            .Where(p => p.Power == AuthorityPower.IssueWarnings && (p.ExerciseId == null || p.ExerciseId == call.Exercise)).ToListAsync(ct);
        return alert.Areas.Select(a => Judge(powers, call.Caller.Agency, a.AreaCode, codes)).FirstOrDefault(r => r is not null);
    }

    /// <summary>
    /// Whether what an agency brings unsigned is shown to all: only where the tree names it for each area. Here no second person looks, so an empty register opens nothing.
    /// </summary>
    internal static bool MayBring(IReadOnlyCollection<AgencyPower> powers, string agency, IReadOnlyCollection<string> areas, string codes) =>
        areas.Count > 0 && areas.All(a => powers.Any(p => p.Agency == agency && AreaKeys.IsWithin(a, p.Jurisdiction, codes)));

    internal static Refusal? Judge(IReadOnlyCollection<AgencyPower> powers, string agency, string area, string codes)
    {
        List<string> holders = [.. powers.Where(p => AreaKeys.IsWithin(area, p.Jurisdiction, codes)).Select(p => p.Agency).Distinct()];
        if (holders.Count > 0) return holders.Contains(agency) ? null : Refusal.Forbidden("no-authority", $"The public of {area} is alerted by {string.Join(", ", holders)}: ask them.");
        // A code that the system does not know lies in nothing: it could stand beside a polygon of any place, so only who is named for it may warn there.
        if (powers.Count > 0 && !AreaKeys.Knows(area, codes)) return Refusal.Forbidden("no-authority", $"{area} is no code of {codes}, and nobody is named for it: use the codes of {codes}.");
        List<string> parts = [.. powers.Select(p => p.Jurisdiction).Where(j => AreaKeys.IsWithin(j, area, codes)).Distinct()];
        return parts.Count == 0 ? null : Refusal.Forbidden("no-authority", $"Nobody is named for the whole of {area}, but for {string.Join(", ", parts)}: alert the public of these.");
    }
}
