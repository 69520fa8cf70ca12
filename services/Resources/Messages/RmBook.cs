using Coordination.Contracts.Events;
using Coordination.Resources.Asks;
using Coordination.Resources.Fills;
using Coordination.Resources.Requests;

namespace Coordination.Resources.Messages;

/// <summary>
/// The messages that an agency's book amounts to, whatever way its steps were taken: asks, offers and every step of each fill. A step that a message made bears the id of that
/// message, another its own; the same book gives the same messages.
/// </summary>
/// <param name="thread">What the book holds of the thread.</param>
/// <param name="name">OriginatingMessageID.</param>
/// <param name="needs">Requests of the agency that the thread's asks are for.</param>
internal sealed class RmBook(RmThread thread, string name, IReadOnlyList<Request> needs)
{
    /// <summary>In the order in which they were sent; each with its sender.</summary>
    internal IReadOnlyList<(string From, RmDocument Message)> Messages() =>
        [.. Asked().Concat(thread.Asks.Select(Received)).Concat(thread.Fills.GroupBy(f => f.FillId).SelectMany(f => Steps(f.First())))
            .GroupBy(m => (m.From, m.Message.MessageId)).Select(g => (g.Key.From, g.First().Message with { Elements = [.. g.SelectMany(m => m.Message.Elements).DistinctBy(e => e.Id)] }))
            .OrderBy(m => m.Item2.SentAt).ThenBy(m => m.Item2.Elements.Count == 0 ? "" : m.Item2.Elements[0].Id, StringComparer.Ordinal).ThenBy(m => m.Item2.MessageId, StringComparer.Ordinal)];

    private IEnumerable<(string From, RmDocument Message)> Asked() =>
        from part in thread.Parts
        where part.AskId is not null && part.RequestId is not null
        from need in needs
        where need.Id == part.RequestId && need.Agency == part.Agency
        from line in need.Lines
        from ask in line.Asks
        where ask.AskId == part.AskId
        select (need.Agency, Request(part.Kind ?? RmMessage.RequestResource, part.MessageId, part.ElementId, ask.AskedAt, need.Agency, need.IncidentId, line.TypeCode, ask.Quantity, line.Mission, line.NeedBy));

    private (string From, RmDocument Message) Received(Ask ask)
    {
        var part = thread.Parts.FirstOrDefault(p => p.AskId == ask.Id && p.FillId is null);
        return (ask.FromAgency, Request(ask.Message, part?.MessageId ?? $"{ask.Id}", part?.ElementId ?? $"{ask.Id}", ask.RequestedAt, ask.FromAgency, ask.IncidentId, ask.TypeCode, ask.Quantity, ask.Mission, ask.NeedBy));
    }

    private RmDocument Request(RmMessage kind, string message, string element, DateTimeOffset at, string from, Guid? incident, string type, int quantity, MissionKind mission, DateTimeOffset by) =>
        Document(kind, message, at, from, incident) with
        {
            Elements =
            [
                new(element) { Resource = new(null, null, new(RmNames.ResourceTypes, type)), Assignment = new(RmBookStep.Number(quantity), null, mission.ToString()), Schedules = [new("RequestedArrival", by)] },
            ],
        };

    private IEnumerable<(string From, RmDocument Message)> Steps(Fill fill)
    {
        var (before, element) = Begin(fill);
        foreach (var trail in fill.Trail)
        {
            // A message that takes two steps at once is one.
            var from = trail.By == FillSide.Supplier ? fill.SupplierAgency : fill.RequesterAgency;
            var part = thread.Parts.FirstOrDefault(p => p.FillId == fill.FillId && (p.RecordId == trail.MessageId || (trail.Step is null && p.IsOpening)));
            var (id, own) = (part?.MessageId ?? $"{trail.MessageId}", part?.ElementId ?? $"{fill.FillId}");
            var first = trail is { Step: null, Message: RmMessage.OfferUnsolicitedResource };
            yield return (from, Document(trail.Message, id, trail.OccurredAt, from, fill.IncidentId) with
            {
                PrecedingId = first ? null : before,
                Recall = trail.Step is FillStep.Cancel or FillStep.Withdraw && before is not null ? new(before, IsUpdate: false) : null,
                Description = trail.Message is RmMessage.RequestInformation ? $"{trail.Step}" : null,
                Elements = [RmBookStep.Of(fill, trail, own, first ? null : element)],
            });
            if (id != before) (before, element) = (id, own);
        }
    }

    private (string? Message, string? Element) Begin(Fill fill)
    {
        if (fill.AskId is not { } ask) return (null, null);
        var part = thread.Parts.FirstOrDefault(p => p.AskId == ask && p.FillId is null);
        return (part?.MessageId ?? $"{ask}", part?.ElementId ?? $"{ask}");
    }

    private RmDocument Document(RmMessage kind, string message, DateTimeOffset at, string from, Guid? incident) => new(kind.ToString(), message, at, name)
    {
        Incidents = incident is { } id ? [new($"{id}", null)] : [],
        Funding = kind == RmMessage.RequisitionResource ? [new("none", null)] : [],
        Contacts = [new(from, "Sender")],
    };
}
