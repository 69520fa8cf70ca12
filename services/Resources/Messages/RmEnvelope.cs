using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>What an EDXL-DE 1.0 envelope says of the message in it.</summary>
/// <param name="SenderId">senderID.</param>
/// <param name="Status">Actual, Exercise, System or Test.</param>
/// <param name="Addresses">The values of its explicit addresses.</param>
internal sealed record RmEnvelope(string SenderId, string Status, IReadOnlyList<string> Addresses)
{
    private static readonly string[] Statuses = ["Actual", "Exercise", "System", "Test"];

    private static readonly string[] Types =
        ["Report", "Update", "Cancel", "Request", "Response", "Dispatch", "Ack", "Error", "SensorConfiguration", "SensorControl", "SensorStatus", "SensorDetection"];

    /// <summary>
    /// The one message, from the one place where it may stand: at the root, or as the one embedded content of the one content object. Nothing is looked for elsewhere,
    /// so what a signature covers, or what stands beside, cannot take its place.
    /// </summary>
    internal static (Markup? Message, RmEnvelope? Envelope, Refusal? Refusal) Open(Markup root)
    {
        if (root.Namespace is RmNames.Message or RmNames.Types) return (root, null, null);
        if ((root.Name, root.Namespace) != ("EDXLDistribution", RmNames.Envelope)) return (null, null, Refusal.Invalid("", "rm-root", "Must be a message of EDXL-RM 1.0, bare or in an EDXL-DE 1.0 envelope."));
        foreach (var name in (string[])["distributionID", "senderID", "dateTimeSent", "distributionStatus", "distributionType", "combinedConfidentiality"])
            if ((root.Each(name).Skip(1).Any() ? Refusal.Invalid($"/{name}", "rm-twice", "Must stand once.") : RmRules.Needs(root, "", name)) is { } missing) return (null, null, missing);
        if (RmRules.Moment(root, "", "dateTimeSent") is { } moment) return (null, null, moment);
        if (!Statuses.Contains(root.Says("distributionStatus"))) return (null, null, Refusal.Invalid("/distributionStatus", "rm-value", $"Must be one of {string.Join(", ", Statuses)}."));
        if (!Types.Contains(root.Says("distributionType"))) return (null, null, Refusal.Invalid("/distributionType", "rm-value", $"Must be one of {string.Join(", ", Types)}."));
        var inside = root.Each("contentObject").SelectMany(o => o.Each("xmlContent")).SelectMany(x => x.Each("embeddedXMLContent")).SelectMany(e => e.Children).ToList();
        if (root.Each("contentObject").Count() != 1 || inside.Count != 1) return (null, null, Refusal.Invalid("/contentObject", "rm-one-message", "An envelope holds one message, as its embeddedXMLContent."));
        if (inside[0].Namespace is not (RmNames.Message or RmNames.Types)) return (null, null, Refusal.Invalid("/contentObject", "rm-root", "Must hold a message of EDXL-RM 1.0."));
        var addresses = root.Each("explicitAddress").SelectMany(a => a.Each("explicitAddressValue")).Select(v => v.Text).Where(t => t.Length > 0).Distinct().ToList();
        return (inside[0], new(root.Says("senderID")!, root.Says("distributionStatus")!, addresses), null);
    }

    /// <summary>True when it names the agency: its code, or <c>code@domain</c>.</summary>
    internal bool IsFrom(string agency) => Code(SenderId) == agency;

    /// <summary>The agencies that it is addressed to.</summary>
    internal IEnumerable<string> To => Addresses.Select(Code).Distinct();

    private static string Code(string address) => address.Split('@')[0];
}
