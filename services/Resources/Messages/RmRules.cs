using System.Globalization;
using System.Xml;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>What every message must say, by its schema and by the comments in it: the first thing that is wrong, with the element that it concerns.</summary>
internal static class RmRules
{
    private static readonly string[] Roles = ["Sender", "Requester", "SubjectMatterExpert", "Approver", "RespondingOrg", "Owner"];

    internal static Refusal? Refuse(Markup message) => Faults(message).FirstOrDefault(f => f is not null);

    private static IEnumerable<Refusal?> Faults(Markup message)
    {
        yield return Twice(message, "", "MessageID", "SentDateTime", "MessageContentType", "OriginatingMessageID", "PrecedingMessageID", "MessageRecall");
        foreach (var name in (string[])["MessageID", "SentDateTime", "MessageContentType", "OriginatingMessageID"]) yield return Needs(message, "", name);
        yield return Moment(message, "", "SentDateTime");
        var type = message.Says("MessageContentType");
        yield return type == message.Name ? null : Refusal.Invalid("/MessageContentType", "rm-content-type", "Must name the message that its root is.");
        foreach (var name in (string[])["MessageID", "OriginatingMessageID", "PrecedingMessageID", "MessageContentType"])
            yield return message.Says(name)?.Length > 200 ? Refusal.Invalid($"/{name}", "rm-too-long", "Must have at most 200 characters.") : null;
        yield return message.First("ContactInformation") is null ? Missing("/ContactInformation") : null;
        foreach (var fault in Lists(message)) yield return fault;
        if (RmShape.KindOf(message.Name) is not { } kind) yield break;
        foreach (var fault in Header(message, RmShape.Of(kind)).Concat(RmElementRules.Faults(message, RmShape.Of(kind)))) yield return fault;
    }

    private static IEnumerable<Refusal?> Lists(Markup message)
    {
        foreach (var (incident, at) in Numbered(message, "IncidentInformation")) yield return OneOf(incident, at, "IncidentID", "IncidentDescription");
        foreach (var (funding, at) in Numbered(message, "Funding")) yield return OneOf(funding, at, "FundCode", "FundingInfo");
        foreach (var (contact, at) in Numbered(message, "ContactInformation")) yield return Contact(contact, at);
        foreach (var (recall, at) in Numbered(message, "MessageRecall"))
        {
            yield return Twice(recall, at, "RecallMessageID", "RecallType");
            yield return Needs(recall, at, "RecallMessageID");
            yield return recall.Says("RecallMessageID")?.Length > 200 ? Refusal.Invalid($"{at}/RecallMessageID", "rm-too-long", "Must have at most 200 characters.") : null;
            yield return recall.Says("RecallType") is "Update" or "Cancel" ? null : Refusal.Invalid($"{at}/RecallType", "rm-value", "Must be Update or Cancel.");
        }
    }

    private static IEnumerable<Refusal?> Header(Markup message, RmShape shape)
    {
        yield return shape.NeedsDescription ? Needs(message, "", "MessageDescription") : null;
        yield return shape.NeedsPreceding ? Needs(message, "", "PrecedingMessageID") : null;
        yield return shape.NeedsFunding && message.First("Funding") is null ? Missing("/Funding") : null;
        if (!shape.IsFirst) yield break;
        yield return message.First("PrecedingMessageID") is null ? null : Refusal.Invalid("/PrecedingMessageID", "rm-first", "A message that begins a thread follows none.");
        yield return message.First("MessageRecall") is not null || message.Says("OriginatingMessageID") == message.Says("MessageID")
            ? null : Refusal.Invalid("/OriginatingMessageID", "rm-thread", "The first message of a thread repeats its own MessageID.");
    }

    internal static Refusal? Contact(Markup contact, string at) => OneOf(contact, at, "ContactDescription", "ContactRole")
        ?? (contact.Says("ContactRole") is { } role && !Roles.Contains(role) ? Refusal.Invalid($"{at}/ContactRole", "rm-value", $"Must be one of {string.Join(", ", Roles)}.") : null);

    internal static IEnumerable<(Markup Child, string At)> Numbered(Markup of, string name, string at = "") => of.Each(name).Select((c, i) => (c, $"{at}/{name}/{i.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Of two values one system takes the first and another the last: what is to be moved must not hang on that.</summary>
    internal static Refusal? Twice(Markup of, string at, params string[] names) =>
        Array.Find(names, n => of.Each(n).Skip(1).Any()) is { } name ? Refusal.Invalid($"{at}/{name}", "rm-twice", "Must stand once.") : null;

    internal static Refusal Missing(string at) => Refusal.Invalid(at, "rm-required", "Must be there for this kind of message.");

    internal static Refusal? Needs(Markup of, string at, string name) => of.Says(name) is null ? Missing($"{at}/{name}") : null;

    internal static Refusal? OneOf(Markup of, string at, params string[] names) =>
        names.Any(n => of.First(n) is { } c && (c.Text.Length > 0 || c.Children.Count > 0)) ? null : Refusal.Invalid(at, "rm-one-of", $"One at least of {string.Join(", ", names)} must be there.");

    internal static Refusal? Moment(Markup of, string at, string name) =>
        of.Says(name) is not { } text || At(text) is not null ? null : Refusal.Invalid($"{at}/{name}", "rm-moment", "Must be a date with a time, as XML Schema writes it.");

    /// <summary>A moment; where it names no offset, of UTC. Null where it is none.</summary>
    internal static DateTimeOffset? At(string text)
    {
        try
        {
            var at = XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.RoundtripKind);
            return at.Kind == DateTimeKind.Unspecified ? new(at, TimeSpan.Zero) : new DateTimeOffset(at).ToUniversalTime();
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
