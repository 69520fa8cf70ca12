using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Messages;

/// <summary>A message as the agency that handles it sees it. Who sent it is not shown.</summary>
/// <param name="Id">The message.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Gateway">Agency of the gateway.</param>
/// <param name="MessageId">The gateway's own number of it.</param>
/// <param name="Agency">Agency that handles it.</param>
/// <param name="AreaCode">Area that the gateway serves, or null.</param>
/// <param name="Text">What it says; of a report only what its situation had no room for, of a dismissed message nothing. A list gives its first 300 characters, then …</param>
/// <param name="SentAt">When it was sent, as the gateway says.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
/// <param name="ReportId">The report it became, or null.</param>
/// <param name="Reason">Why it is none, or null.</param>
public sealed record MessageView(
    Guid Id, int Version, MessageState State, MessageChannel Channel, string Gateway, string MessageId, string Agency, string? AreaCode, string Text,
    DateTimeOffset SentAt, DateTimeOffset ReceivedAt, Guid? ReportId, DismissalReason? Reason) : IVersioned
{
    internal static MessageView Of(GatewayMessage m) => new(
        m.Id, m.Version, m.State, m.Channel, m.Gateway, m.MessageId, m.Agency, m.AreaCode, m.Text, m.SentAt, m.ReceivedAt, m.ReportId, m.Reason);

    /// <summary>What a list gives of a text: it may be as long as a body, and a page has up to 200.</summary>
    internal const int Excerpt = 300;

    internal static string InList(string text) => AsItComes.Cut(text, Excerpt) is var (first, more) && more.Length > 0 ? first + "…" : text;
}
