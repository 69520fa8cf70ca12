namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>A message that differs from a sound one in one thing.</summary>
/// <param name="Rule">What is expected.</param>
/// <param name="Before">What is sent first, so that it follows something.</param>
/// <param name="Sample">The sound one that it is treated like; null where any treatment but an error will do.</param>
/// <param name="Xml">The message.</param>
internal sealed record RmVariant(string Rule, IReadOnlyList<RmSample> Before, RmSample? Sample, string Xml);

/// <summary>What genuine messages are like and a strict reader may stumble over, and what the standard forbids though its schemas do not.</summary>
internal static class RmVariants
{
    internal static IEnumerable<RmVariant> Tolerated(DateTimeOffset now)
    {
        yield return Of(Language.Say($"A moment with seven digits of a second and Z is read"), "RequestResource", now, Changed("+00:00</m:SentDateTime>", ".1234567Z</m:SentDateTime>"));
        yield return Of(Language.Say($"A fund's code in the namespace of types is read"), "RequestResource", now, Changed("<m:ContactInformation>", "<m:Funding><r:FundCode>none</r:FundCode></m:Funding><m:ContactInformation>"));
        yield return Of(Language.Say($"A fund's code in the namespace of messages is read"), "RequestResource", now, Changed("<m:ContactInformation>", "<m:Funding><m:FundCode>none</m:FundCode></m:Funding><m:ContactInformation>"));
        yield return Of(Language.Say($"Two elements that answer one line are read: each gives a part"), "CommitResource", now,
            Changed("</m:ResourceInformation>", "</m:ResourceInformation>" + RmConversation.Numbered(2, RmConversation.Accepts(), "<m:Resource><m:Name>Pump 8</m:Name></m:Resource>")));
        yield return Of(Language.Say($"A commitment that declines is read"), "CommitResource", now, Changed(">Accept<", ">Decline<"));
        var orphan = Of(Language.Say($"An answer to a message that nobody sent is kept apart, or refused in words"), "ResponseToRequestResource", now, x => x);
        yield return orphan with { Before = [], Sample = null };
        yield return Of(Language.Say($"A kind of message that the standard leaves to others is kept, or refused in words"), "RequestInformation", now, Changed("RequestInformation", "ReportWaterLevel")) with { Sample = null };
    }

    internal static IEnumerable<RmVariant> Wrong(DateTimeOffset now)
    {
        yield return Of(Language.Say($"A content type that differs from the root is refused"), "RequestResource", now, Changed("<m:MessageContentType>RequestResource", "<m:MessageContentType>ReleaseResource"));
        yield return Of(Language.Say($"A message without MessageID is refused"), "RequestResource", now, Without("MessageID"));
        yield return Of(Language.Say($"A message that was sent at no moment is refused"), "RequestResource", now, Changed("+00:00</m:SentDateTime>", " o'clock</m:SentDateTime>"));
        yield return Of(Language.Say($"A first message in somebody else's thread is refused"), "RequestResource", now, Changed("<m:OriginatingMessageID>", "<m:OriginatingMessageID>not-"));
        yield return Of(Language.Say($"A message from nobody is refused: a contact has a description or a role"), "RequestResource", now, Without("ContactDescription", "ContactRole"));
        yield return Of(Language.Say($"A contact in a role that does not exist is refused"), "RequestResource", now, Changed(">Sender<", ">Bystander<"));
        yield return Of(Language.Say($"An incident without id and description is refused"), "RequestResource", now, Without("IncidentID"));
        yield return Of(Language.Say($"A resource without id, name and type is refused"), "RequestResource", now, Without("Name"));
        yield return Of(Language.Say($"A request for nothing is refused"), "RequestResource", now, Without("ResourceInformation"));
        yield return Of(Language.Say($"Two lines under one id are refused"), "RequestResource", now, Changed("</m:ResourceInformation>", "</m:ResourceInformation>" + RmConversation.Line("<m:Resource><m:Name>Pump</m:Name></m:Resource>")));
        yield return Of(Language.Say($"A schedule of a type that does not exist is refused"), "RequestResource", now, Changed(">RequestedArrival<", ">Sometime<"));
        yield return Of(Language.Say($"An order without funding is refused"), "RequisitionResource", now, Without("Funding"));
        yield return Of(Language.Say($"Funding without code and words is refused"), "RequisitionResource", now, Without("FundCode"));
        yield return Of(Language.Say($"An order without a quantity is refused"), "RequisitionResource", now, Without("AssignmentInformation"));
        yield return Of(Language.Say($"A question without words is refused"), "RequestInformation", now, Without("MessageDescription"));
        yield return Of(Language.Say($"An answer that does not say to which message is refused"), "ResponseToRequestResource", now, Without("PrecedingMessageID"));
        yield return Of(Language.Say($"An answer that does not say how is refused"), "ResponseToRequestResource", now, Without("ResponseInformation"));
        yield return Of(Language.Say($"An answer in another thread than its question is refused"), "ResponseToRequestResource", now, Changed("<m:OriginatingMessageID>", "<m:OriginatingMessageID>not-"));
        yield return Of(Language.Say($"A provisional answer without a reason is refused"), "ResponseToRequestResource", now, Changed(">Accept<", ">Provisional<"));
        yield return Of(Language.Say($"A quote without a price is refused"), "ResponseToRequestQuote", now, Without("PriceQuote"));
    }

    /// <summary>Sent after what it follows, in a conversation of its own.</summary>
    private static RmVariant Of(string rule, string kind, DateTimeOffset now, Func<string, string> change)
    {
        var conversation = RmConversation.Begin(now);
        var sample = conversation.First(s => s.Kind == kind);
        return new(rule, [.. conversation.TakeWhile(s => s != sample).Where(s => s.Thread == sample.Thread)], sample, change(sample.Xml(now)));
    }

    private static Func<string, string> Changed(string sound, string other) => xml => xml.Contains(sound, StringComparison.Ordinal)
        ? xml.Replace(sound, other, StringComparison.Ordinal) : throw new ArgumentException($"There is no {sound} to change.", nameof(sound));

    /// <summary>Without elements and what is in them.</summary>
    private static Func<string, string> Without(params string[] names) => xml => names.Aggregate(xml, (text, name) =>
    {
        foreach (var prefix in (string[])["m", "r"])
            while (text.IndexOf($"<{prefix}:{name}>", StringComparison.Ordinal) is var from and >= 0)
                text = text.Remove(from, text.IndexOf($"</{prefix}:{name}>", from, StringComparison.Ordinal) + name.Length + 5 - from);
        return text;
    });
}
