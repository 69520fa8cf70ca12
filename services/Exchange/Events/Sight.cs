using Coordination.Contracts;
using Coordination.Platform;

namespace Coordination.Exchange.Events;

/// <summary>
/// What of the region's log somebody may see, whichever way it reaches them. Command sees nothing of mediation, not even its counts; who subscribes to what
/// is for those who run and review the region; an event labelled TLP:RED is for named persons and is given to nobody here, and one labelled AMBER+STRICT
/// stays with the agency that wrote it.
/// </summary>
internal static class Sight
{
    /// <summary>What the caller may see.</summary>
    internal static EventFilter Of(Caller caller) =>
        caller.Has(Roles.Auditor) ? For(caller.Agency, [])
        : caller.Has(Roles.Operator) ? For(caller.Agency, ["mediation."])
        : OfAgency(caller.Agency);

    /// <summary>What an agency's systems may see while nobody is at the other end.</summary>
    internal static EventFilter OfAgency(string agency) => For(agency, ["mediation.", "exchange."]);

    private static EventFilter For(string agency, string[] without) => new() { Without = without, Judge = e => Marking.Of(e).MayReach(agency) };
}
