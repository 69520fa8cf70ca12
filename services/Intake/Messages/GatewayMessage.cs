using System.Text.Json;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Messages;

/// <summary>A short message or e-mail that a gateway handed over. It becomes a report, or is held until a person has read it; it is never lost.</summary>
internal sealed class GatewayMessage
{
    public static readonly Lifecycle<MessageState> Life = new((MessageState.Held, [MessageState.Reported, MessageState.Dismissed]));

    /// <summary>How many characters of it a report's situation holds.</summary>
    public const int Situation = 4000;

    private GatewayMessage() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public MessageState State { get; private set; }
    public string Gateway { get; private set; } = "";
    public string MessageId { get; private set; } = "";
    /// <summary>What no second message has: two replicas that are handed the same one at once cannot both keep it.</summary>
    public string OnlyOnce { get; private set; } = "";
    public MessageChannel Channel { get; private set; }
    public string Agency { get; private set; } = "";
    public string? AreaCode { get; private set; }
    public string Text { get; private set; } = "";
    public byte[]? Sender { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public Guid? ReportId { get; private set; }
    public DismissalReason? Reason { get; private set; }

    /// <summary>
    /// What makes a message the same one, as a mark that tells nothing of it: in life or in one exercise, which of an agency's gateways had it, by which channel,
    /// under which number, of whom, with which words. Gateways that number from 1 again after a start lose nothing by it.
    /// </summary>
    public static string Numbered(ISecretBox secrets, Guid? exercise, Caller gateway, MessageChannel channel, string messageId, string sender, string text) => Convert.ToHexString(
        secrets.Mark(JsonSerializer.SerializeToUtf8Bytes<string[]>([$"{exercise}", gateway.Agency, gateway.Subject, $"{channel}", messageId, sender, text])));

    /// <summary>Takes a message in; with a report where it could be read as one.</summary>
    public static GatewayMessage Take(
        Guid id, Guid? exercise, string gateway, string messageId, string onlyOnce, MessageChannel channel, string agency, string? area, string text, byte[]? sender,
        DateTimeOffset sentAt, DateTimeOffset now, Guid? report) => new()
        {
            Id = id, ExerciseId = exercise, Gateway = gateway, MessageId = messageId, OnlyOnce = onlyOnce, Channel = channel, Agency = agency, AreaCode = area, SentAt = sentAt, ReceivedAt = now,
            State = report is null ? MessageState.Held : MessageState.Reported, ReportId = report,
            // What a report says is kept with the report alone; here stays what had no room there.
            Text = report is null ? text : AsItComes.Cut(text, Situation).More, Sender = report is null ? sender : null,
        };

    /// <summary>A person read it, and it is a report. The sender goes along with it.</summary>
    public Refusal? MakeReport(string agency, Guid report)
    {
        if ((Handles(agency) ?? Move(MessageState.Reported)) is { } no) return no;
        (ReportId, Text, Sender) = (report, AsItComes.Cut(Text, Situation).More, null);
        return null;
    }

    /// <summary>A person read it, and nothing is reported. What it said and who sent it is forgotten.</summary>
    public Refusal? Dismiss(string agency, DismissalReason reason)
    {
        if ((Handles(agency) ?? Move(MessageState.Dismissed)) is { } no) return no;
        (Reason, Text, Sender) = (reason, "", null);
        return null;
    }

    /// <summary>The time for which a sender is kept is over.</summary>
    public void Forget()
    {
        if (Sender is not null) (Sender, Version) = (null, Version + 1);
    }

    /// <summary>True for the agency that handles it, in the exercise that it belongs to; for all others it is not there.</summary>
    public bool IsFor(string agency, Guid? exercise) => agency == Agency && exercise == ExerciseId;

    private Refusal? Handles(string agency) => agency == Agency ? null : Refusal.Forbidden("not-handling-agency", "Another agency handles this message.");

    private Refusal? Move(MessageState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
