using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>Whether an item of a checklist would reach anybody: asked when a plan is approved, and again when it is activated. Pure.</summary>
internal static class ChecklistPlacement
{
    /// <summary>
    /// Null when it would. An order goes out if any of those it names is known, for it is passed on to them when the others do not answer; where the tree places no
    /// agencies, a register that is empty stops nobody.
    /// </summary>
    public static UnplacedReason? Missing(ChecklistItem item, JurisdictionTree tree, string jurisdiction)
    {
        if (item.AddresseeKind == AddresseeKind.Place && !tree.HasPlace(item.Addressee)) return UnplacedReason.UnknownPlace;
        return tree.PlacesAgencies(jurisdiction) && !Asked(item).Any(tree.Knows) ? UnplacedReason.UnknownAgency : null;
    }

    /// <summary>The items of a checklist that would not.</summary>
    public static IReadOnlyList<UnplacedItem> Missing(PlanContent content, JurisdictionTree tree, string jurisdiction) =>
        [.. content.Checklist.Select((item, i) => (Number: i + 1, Reason: Missing(item, tree, jurisdiction))).Where(x => x.Reason is not null).Select(x => new UnplacedItem(x.Number, x.Reason!.Value))];

    /// <summary>What a refused order means for its item.</summary>
    public static UnplacedReason Of(Refusal refusal) => refusal.Rule == "measure-without-ground" ? UnplacedReason.NoGround : UnplacedReason.WrongContent;

    private static IEnumerable<string> Asked(ChecklistItem item) => ((string?[])[item.ToAgency, item.AlternateAgency, item.SuperiorAgency]).OfType<string>();
}
