using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Requests;
using Coordination.Resources.Types;

namespace Coordination.Resources.Messages;

/// <summary>A message that asks: its clear elements become the lines of one request, which is approved, and each agency that it is for is asked for each of them.</summary>
internal sealed class RmAsking(ResourcesDb db, Call call, ResourceCatalogue catalogue, RequestBook book)
{
    internal async Task<IReadOnlyList<(string Element, RmFate Fate)>> AskAsync(RmRecord message, RmDocument document, CancellationToken ct)
    {
        var (incident, isNamed) = Incident(document);
        var to = message.Addressees();
        var unfit = !isNamed ? RmReason.IncidentUnclear : to.Length == 0 ? RmReason.NoAddressee : (RmReason?)null;
        var read = document.Elements.Select(e => (e.Id, Line: Line(e, out var why), Why: unfit ?? why)).ToList();
        var fates = read.Where(r => r.Why is not null).Select(r => (r.Id, RmFate.Held(r.Why!.Value))).ToList();
        var clear = read.Where(r => r.Why is null).ToList();
        if (clear.Count == 0) return fates;
        foreach (var ((_, line, _), i) in clear.Select((r, i) => (r, i))) line!.Number = i + 1;
        var attempt = new RmAttempt(db);
        var need = await book.DraftAsync(message.Agency, incident, null, clear.Select(r => r.Line!), null, ct);
        var asked = await book.SubmitAsync(need, ct) is { } no ? [.. clear.Select(r => (r.Id, RmFate.Held(RmReason.Refused, no.Rule)))] : Ask(need, clear.Select(r => (r.Id, r.Line!)), to, document);
        if (asked.TrueForAll(a => a.Fate.State == RmState.Executed)) await book.ChangedAsync(need, call.Now, ct);
        else
        {
            // One request stands or falls as a whole.
            attempt.Undo();
            asked = [.. asked.Select(a => (a.Element, a.Fate.State == RmState.Executed ? RmFate.Held(RmReason.Refused, asked.First(f => f.Fate.State != RmState.Executed).Fate.Rule) : a.Fate))];
        }
        return [.. fates, .. asked];
    }

    /// <summary>The incident by the region's id; true where none is named.</summary>
    internal static (Guid? Id, bool IsClear) Incident(RmDocument document)
    {
        var named = document.Incidents.Select(i => i.Id).OfType<string>().Distinct().ToList();
        return named.Count == 0 ? (null, true) : named.Count == 1 && Guid.TryParse(named[0], out var id) ? (id, true) : (null, false);
    }

    private List<(string Element, RmFate Fate)> Ask(Request need, IEnumerable<(string Id, Line Line)> lines, string[] to, RmDocument document)
    {
        var fates = new List<(string, RmFate)>();
        foreach (var (element, line) in lines)
        {
            var refusal = need.Approve(line.Number, line.Quantity);
            foreach (var agency in to)
            {
                var ask = new AskMade(Guid.CreateVersion7(), agency, agency == need.Agency ? AskRelation.Own : AskRelation.Peer, line.Quantity, call.Now);
                refusal ??= book.Ask(need, line.Number, ask, document.Kind!.Value, isMessage: true);
                fates.Add((element, refusal is { } no ? RmFate.Held(RmReason.Refused, no.Rule) : new(RmState.Executed, AskId: ask.AskId, RequestId: need.Id, LineNumber: line.Number)));
            }
        }
        return fates;
    }

    private Line? Line(RmElement element, out RmReason? why)
    {
        why = null;
        if (element.Resource?.Type is not { Urn: RmNames.ResourceTypes, Value: var code } || catalogue.Find(code) is not ({ } type, null)) why = RmReason.TypeUnclear;
        else if (element.Assignment?.Quantity.Count() is not { } quantity) why = RmReason.QuantityUnclear;
        else if (element.When("RequestedArrival", "ReportTo") is not { } by || by <= call.Now) why = RmReason.TimeUnclear;
        else if (RmStep.Named<MissionKind>(element.Assignment?.Function) is not { } mission) why = RmReason.MissionUnclear;
        else return new() { Id = Guid.CreateVersion7(), TypeCode = type.Code, UnitOfMeasure = type.UnitOfMeasure, Quantity = quantity, Mission = mission, NeedBy = by };
        return null;
    }
}
