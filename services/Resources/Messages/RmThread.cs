using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Asks;
using Coordination.Resources.Fills;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Messages;

/// <summary>What an agency's own book holds of a thread, by the ids of messages and of their elements. A thread of others is empty for it.</summary>
/// <param name="Parts">The elements that messages of the thread had, whoever sent them.</param>
/// <param name="Asks">What the agency was asked in it.</param>
/// <param name="Fills">Fills of the agency's book in it, of both sides.</param>
internal sealed record RmThread(IReadOnlyList<RmPart> Parts, IReadOnlyList<Ask> Asks, IReadOnlyList<Fill> Fills)
{
    internal static async Task<RmThread> LoadAsync(ResourcesDb db, Guid? exercise, string agency, string thread, CancellationToken ct)
    {
        await db.MessageParts.Where(p => p.Thread == thread && p.ExerciseId == exercise).LoadAsync(ct);
        var parts = db.MessageParts.Local.Where(p => p.Thread == thread && p.ExerciseId == exercise).OrderBy(p => p.Id).ToList();
        var own = Guid.TryParse(thread, out var id) ? new Guid?[] { id } : [];
        var (asked, filled) = (parts.Select(p => p.AskId).Concat(own).OfType<Guid>().Distinct().ToList(), parts.Select(p => p.FillId).Concat(own).OfType<Guid>().Distinct().ToList());
        await db.Asks.Where(a => a.Agency == agency && a.ExerciseId == exercise && asked.Contains(a.Id)).LoadAsync(ct);
        await db.Fills.Where(f => f.Agency == agency && f.ExerciseId == exercise && (filled.Contains(f.FillId) || (f.AskId != null && asked.Contains(f.AskId.Value)))).LoadAsync(ct);
        return new(parts, [.. db.Asks.Local.Where(a => a.Agency == agency && a.ExerciseId == exercise && asked.Contains(a.Id)).OrderBy(a => a.Id)],
            [.. db.Fills.Local.Where(f => f.Agency == agency && f.ExerciseId == exercise && (filled.Contains(f.FillId) || (f.AskId is { } a && asked.Contains(a)))).OrderBy(f => f.FillId).ThenBy(f => f.Side)]);
    }

    /// <summary>What a message follows: an element of another, where it names one. Null and the reason where that is not in the book, or has no such element.</summary>
    internal (RmFollowed? Followed, RmFate? Fate) Followed(string preceding, string? element)
    {
        var named = Parts.Where(p => p.MessageId == preceding).ToList();
        var meant = named.Where(p => element is null || p.ElementId == element).ToList();
        var (asks, fills) = (Asks.Where(a => meant.Exists(p => p.AskId == a.Id && p.FillId is null)).ToList(), Fills.Where(f => meant.Exists(p => IsIn(f, p))).ToList());
        if (Guid.TryParse(preceding, out var id))
        {
            // Steps that no message made have one element, which bears the id of the ask or of the fill.
            asks.AddRange(Asks.Where(a => a.Id == id && !asks.Contains(a) && (element is null || element == $"{a.Id}")));
            fills.AddRange(Fills.Where(f => (f.FillId == id || f.Trail.Exists(t => t.MessageId == id)) && !fills.Contains(f) && (element is null || element == $"{f.FillId}")));
        }
        if (asks.Count + fills.Count > 0) return (new(asks, fills), null);
        return (null, named.Count > 0 && meant.Count == 0 ? RmFate.Held(RmReason.NoSuchElement) : RmFate.Waits(RmReason.PrecedingUnknown));
    }

    /// <summary>The message's step has come to this book; of one that chooses and orders, both.</summary>
    private static bool IsIn(Fill fill, RmPart part) => part.FillId == fill.FillId && (part.IsOpening || fill.Trail.Exists(t => t.MessageId == part.RecordId && t.Step != FillStep.Select));
}

/// <summary>What stands in the agency's book for the element that is followed.</summary>
internal sealed record RmFollowed(IReadOnlyList<Ask> Asks, IReadOnlyList<Fill> Fills)
{
    /// <summary>Of the sender's own units, where the element is told by one.</summary>
    internal IReadOnlyDictionary<Guid, string> CallSigns { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Of those only what is between the sender and the agencies that the message is for; null where that is nothing. Agencies may choose the same ids.</summary>
    internal RmFollowed? For(IReadOnlyCollection<string> addressees)
    {
        if (addressees.Count == 0 || Asks.Count + Fills.Count == 0) return this;
        var meant = this with { Asks = [.. Asks.Where(a => addressees.Contains(a.FromAgency))], Fills = [.. Fills.Where(f => addressees.Contains(f.Side == FillSide.Supplier ? f.RequesterAgency : f.SupplierAgency))] };
        return meant.Asks.Count + meant.Fills.Count > 0 ? meant : null;
    }

    private static readonly RmMessage[] Either = [RmMessage.ReportResourceDeploymentStatus];

    private static readonly RmMessage[] Requesters =
    [
        RmMessage.RequestResource, RmMessage.RequisitionResource, RmMessage.RequestQuote, RmMessage.ReleaseResource, RmMessage.ResponseToRequestReturn, RmMessage.RequestResourceDeploymentStatus,
        RmMessage.RequestExtendedDeploymentDuration,
    ];

    /// <summary>The one fill that an element can mean: of the side whose message it is, and by every id and kind that it says. More than one is nobody's choice but the sender's.</summary>
    internal (Fill? Fill, RmFate? Fate) One(RmMessage kind, RmElement element)
    {
        var ours = Fills.Where(f => Either.Contains(kind) || f.Side == (Requesters.Contains(kind) ? FillSide.Requester : FillSide.Supplier)).ToList();
        if (ours.Count == 0) return (null, Fills.Count > 0 ? RmFate.Held(RmReason.OtherParty) : RmFate.Waits(RmReason.PrecedingUnknown));
        var fits = ours.Where(f => Means(f, element)).ToList();
        // A call sign of the sender's own book tells its fills apart, and no other boat is moved by it.
        if (element.Resource?.Id is var sign && IsCallSign(sign)) fits = [.. fits.Where(f => f.Side == FillSide.Requester || (f.UnitId is { } unit && CallSigns.GetValueOrDefault(unit) == sign))];
        if (fits.Select(f => f.FillId).Distinct().Count() != 1) return (null, RmFate.Held(fits.Count == 0 ? RmReason.NoSuchElement : RmReason.Unclear));
        // Who asked itself has both books: each step belongs to one of them.
        return (fits.Find(f => f.Side == FillSide.Supplier && fits.Count > 1 && Tells(element) is not (FillState.Staged or FillState.Assigned)) ?? fits[0], null);
    }

    /// <summary>A resource is named by an id of ours or by a call sign.</summary>
    internal static bool IsCallSign(string? resource) => resource is not null && !Guid.TryParse(resource, out _);

    private static FillState? Tells(RmElement element) => RmStep.Named<FillState>(element.Resource?.Status?.Deployment?.Value);

    private static bool Means(Fill fill, RmElement element) =>
        (!Guid.TryParse(element.Assignment?.OrderId, out var order) || order == fill.FillId)
        && (!Guid.TryParse(element.Resource?.Id, out var resource) || resource == fill.FillId || resource == fill.UnitId)
        && (element.Resource?.Type is not { Urn: RmNames.ResourceTypes, Value: var type } || type == fill.TypeCode);
}
