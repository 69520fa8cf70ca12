using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Transfers;

/// <summary>
/// Who takes command from a commander who cannot be reached (domain.md D): the others of a unified command, and the bodies that may command above the one
/// who does, however far above. Where nobody stands above, those beside; then those below; then the bodies on duty. Where the tree names nobody at all,
/// whoever takes part: an incident is not without a commander because a register is empty.
/// </summary>
internal static class Succession
{
    /// <summary>Null when the agency may; otherwise who does.</summary>
    public static Refusal? Refuse(string agency, CommandTenure command, JurisdictionTree tree, string jurisdiction)
    {
        if (command.Agencies.Contains(agency)) return null;
        var next = Next(command.Lead, tree, jurisdiction);
        return next.Count == 0 || next.Contains(agency)
            ? null
            : Refusal.Forbidden("not-next-in-command", $"Command is taken over from {command.Lead} by {string.Join(", ", next)}.");
    }

    /// <summary>The bodies of the first rank that has any.</summary>
    public static IReadOnlyList<string> Next(string lead, JurisdictionTree tree, string jurisdiction)
    {
        var bodies = tree.Bodies(jurisdiction, AuthorityPower.Command);
        // The highest place at which the commander holds the power; one who holds none, such as a first arriver, stands below all.
        var own = bodies.Select((body, i) => body.Agencies.Contains(lead) ? i : -1).DefaultIfEmpty(-1).Max();
        IEnumerable<ChainStep>[] ranks = [bodies.Skip(own + 1), bodies.Skip(own).Take(1), bodies.Take(own).Reverse(), tree.ReportChain(jurisdiction)];
        return ranks.Select(r => r.SelectMany(b => b.Agencies).Where(a => a != lead).Distinct().ToList()).FirstOrDefault(r => r.Count > 0) ?? [];
    }
}
