using System.Xml;

namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>What EDXL-RM 1.0 demands of a message: what its schemas say, and what stands only in their comments.</summary>
internal static class RmRules
{
    private static readonly string[] Roles = ["Sender", "Requester", "SubjectMatterExpert", "Approver", "RespondingOrg", "Owner"];

    /// <summary>What is wrong with it, a sentence each.</summary>
    internal static IReadOnlyList<string> Faults(XmlTree message)
    {
        if (message.Namespace != RmKind.MessageNamespace || RmKind.Of(message.Name) is not { } kind) return [Language.Say($"the root is {message.Name} of {message.Namespace}, none of the sixteen messages")];
        return [.. Header(message, kind).Concat(RmResourceRules.Faults(message, kind)).OfType<string>()];
    }

    /// <summary>What does not fit between an answer and the message that it answers.</summary>
    internal static IEnumerable<string> Faults(XmlTree answer, RmSample sent)
    {
        if (RmKind.Of(answer.Name) is { Answers.Count: > 0 } kind && !kind.Answers.Contains(sent.Kind)) yield return Language.Say($"{answer.Name} is no answer to {sent.Kind}");
        if (answer.Text("OriginatingMessageID") != sent.Thread) yield return Language.Say($"OriginatingMessageID must be {sent.Thread}, the thread's");
        if (answer.Text("PrecedingMessageID") is { } preceding && preceding != sent.Id) yield return Language.Say($"PrecedingMessageID must be {sent.Id}, the message that is answered");
        if (answer.Text("MessageID") == sent.Id) yield return Language.Say($"MessageID must be its own");
        foreach (var line in answer.All("PrecedingResourceInfoElementID").Select(p => p.Value).Where(p => p != "1"))
            yield return Language.Say($"PrecedingResourceInfoElementID {line} stands for no element of the message that is answered");
    }

    private static IEnumerable<string?> Header(XmlTree message, RmKind kind)
    {
        foreach (var name in (string[])["MessageID", "OriginatingMessageID"]) yield return IsThere(message, name) ? null : Missing(name);
        yield return Moment(message, "SentDateTime", isNeeded: true);
        yield return message.Text("MessageContentType") == kind.Name ? null : Language.Say($"MessageContentType must be {kind.Name}, like the root");
        yield return kind.NeedsDescription && !IsThere(message, "MessageDescription") ? Missing("MessageDescription") : null;
        yield return kind.NeedsPreceding && !IsThere(message, "PrecedingMessageID") ? Missing("PrecedingMessageID") : null;
        yield return kind.IsFirst && message.Text("PrecedingMessageID") is not null ? Language.Say($"{kind.Name} begins a thread: it has no PrecedingMessageID") : null;
        yield return kind.IsFirst && message.Text("MessageRecall") is null && message.Text("OriginatingMessageID") != message.Text("MessageID")
            ? Language.Say($"the first message of a thread repeats its own MessageID as OriginatingMessageID") : null;
        foreach (var incident in message.Children("IncidentInformation")) yield return OneOf(incident, "IncidentID", "IncidentDescription");
        foreach (var recall in message.Children("MessageRecall"))
            yield return IsThere(recall, "RecallMessageID") && recall.Text("RecallType") is "Update" or "Cancel" ? null : Language.Say($"MessageRecall names the message (RecallMessageID), and Update or Cancel (RecallType)");
        foreach (var funding in message.Children("Funding")) yield return OneOf(funding, "FundCode", "FundingInfo");
        yield return kind.NeedsFunding && !message.Children("Funding").Any() ? Missing("Funding") : null;
        yield return message.Children("ContactInformation").Any() ? null : Missing("ContactInformation");
        foreach (var contact in message.All("ContactInformation").Concat(message.All("ResponsibleParty")))
        {
            yield return OneOf(contact, "ContactDescription", "ContactRole");
            yield return contact.Text("ContactRole") is { } role && !Roles.Contains(role) ? Language.Say($"ContactRole must be one of {string.Join(", ", Roles)}") : null;
        }
        foreach (var location in message.All("ContactLocation").Concat(message.All("Location"))) yield return OneOf(location, "LocationDescription", "Address", "TargetArea");
    }

    internal static bool IsThere(XmlTree of, string name) => of.Text(name) is { Length: > 0 };

    internal static string Missing(string name) => Language.Say($"{name} is missing");

    /// <summary>At least one of them is there, as a comment in the schema says.</summary>
    internal static string? OneOf(XmlTree of, params string[] names) =>
        names.Any(n => of.Children(n).Any()) ? null : Language.Say($"{of.Name}: one at least of {string.Join(", ", names)} must be there");

    internal static string? Moment(XmlTree of, string name, bool isNeeded)
    {
        if (of.Text(name) is not { Length: > 0 } text) return isNeeded ? Missing(name) : null;
        try
        {
            XmlConvert.ToDateTimeOffset(text);
            return null;
        }
        catch (FormatException)
        {
            return Language.Say($"{name} is no moment ({text})");
        }
    }
}
