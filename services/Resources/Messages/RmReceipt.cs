namespace Coordination.Resources.Messages;

/// <summary>What became of a message of EDXL-RM when it came. Sending it again is answered with the same.</summary>
/// <param name="Id">The message here: the steps that it made carry it.</param>
/// <param name="MessageId">Its own id.</param>
/// <param name="Thread">The id of the first message of its thread.</param>
/// <param name="Type">Its kind.</param>
/// <param name="State">What became of it.</param>
/// <param name="Sha256">Digest of the bytes that came, in hexadecimal digits.</param>
/// <param name="Elements">What became of each of its elements, in their order.</param>
/// <param name="Findings">Where it differs from its schema and hinders nobody.</param>
/// <param name="Reason">Why it is not done, or not all of it; null when it is.</param>
public sealed record RmReceipt(
    Guid Id, string MessageId, string Thread, string Type, RmState State, string Sha256, IReadOnlyList<RmElementState> Elements, IReadOnlyList<string> Findings, RmReason? Reason = null);

/// <summary>What became of one element.</summary>
/// <param name="ElementId">Its ResourceInfoElementID.</param>
/// <param name="State">What became of it.</param>
/// <param name="AskIds">The asks that it made, one for each agency that it is for.</param>
/// <param name="FillId">The fill that it opened or moved.</param>
/// <param name="Reason">Why it is not done.</param>
/// <param name="Rule">The rule by which the book refused it.</param>
public sealed record RmElementState(string ElementId, RmState State, IReadOnlyList<Guid> AskIds, Guid? FillId = null, RmReason? Reason = null, string? Rule = null)
{
    internal static IReadOnlyList<RmElementState> Of(IEnumerable<RmPart> parts) =>
        [.. parts.OrderBy(p => p.Ordinal).ThenBy(p => p.AskId).GroupBy(p => p.ElementId, StringComparer.Ordinal).Select(e => new RmElementState(e.Key, e.First().State, [.. e.Select(p => p.AskId).OfType<Guid>()], e.First().FillId, e.First().Reason, e.First().Rule))];
}
