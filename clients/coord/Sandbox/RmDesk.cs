using System.Text;
using System.Xml;
using Coordination.CommandLine.Partners;
using Coordination.CommandLine.Partners.EdxlRm;

namespace Coordination.CommandLine.Sandbox;

/// <summary>
/// The sandbox's endpoint for EDXL-RM: takes all sixteen kinds that keep the standard, in a thread that fits; answers a request, an order and a question by rule,
/// and the same message always alike. Nothing stands behind it: no pump moves.
/// </summary>
internal sealed class RmDesk(TimeProvider time)
{
    /// <summary>The longest document that is read.</summary>
    internal const int Most = 1024 * 1024;

    private const int MostKept = 10_000;
    private const string Envelopes = "urn:oasis:names:tc:emergency:EDXL:DE:1.0";
    private static readonly string[] Statuses = ["Actual", "Exercise", "System", "Test"];
    private readonly Dictionary<string, (string Text, string Thread, Verdict Verdict)> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    internal Verdict Take(byte[] body)
    {
        if (body.Length > Most) return new(413, Language.Say($"A message of more than {Most} bytes is not read."));
        XmlTree root;
        try
        {
            using var stream = new MemoryStream(body);
            root = XmlTree.Read(stream);
        }
        catch (XmlException e)
        {
            return new(400, e.Message);
        }
        if (root.Namespace != Envelopes) return Take(root, Encoding.UTF8.GetString(body));
        if (!Statuses.Contains(root.Text("distributionStatus") ?? "")) return new(422, Language.Say($"distributionStatus must be one of {string.Join(", ", Statuses)}"));
        return root.Everything.FirstOrDefault(e => e.Namespace == RmKind.MessageNamespace) is { } message
            ? Take(message, Encoding.UTF8.GetString(body)) : new(422, Language.Say($"The envelope holds no resource message."));
    }

    private Verdict Take(XmlTree message, string text)
    {
        if (message.Namespace == RmKind.MessageNamespace && RmKind.Of(message.Name) is null) return new(422, Language.Say($"{message.Name} is not known here."));
        if (RmRules.Faults(message) is { Count: > 0 } faults) return new(422, string.Join("; ", faults));
        var (id, thread, preceding) = (message.Text("MessageID")!, message.Text("OriginatingMessageID")!, message.Text("PrecedingMessageID"));
        lock (gate)
        {
            if (known.TryGetValue(id, out var before))
                return before.Text == text ? before.Verdict : new(409, Language.Say($"{id} was another message."));
            if (preceding is not null && known.TryGetValue(preceding, out var answered) && answered.Thread != thread)
                return new(422, Language.Say($"{preceding} belongs to another thread."));
            var verdict = preceding is not null && !known.ContainsKey(preceding)
                ? new(202, Language.Say($"{message.Name} is kept apart: nobody here knows {preceding}.")) : new Verdict(200, message.Name, Answer(message, id, thread));
            if (known.Count < MostKept) known[id] = (text, thread, verdict);
            return verdict;
        }
    }

    /// <summary>What a request is answered with; null where nothing is asked.</summary>
    private string? Answer(XmlTree message, string id, string thread)
    {
        var kind = message.Name switch
        {
            "RequestResource" => "ResponseToRequestResource", "RequisitionResource" => "CommitResource", "RequestQuote" => "ResponseToRequestQuote", "RequestInformation" => "ResponseToRequestInformation", _ => null,
        };
        if (kind is null) return null;
        var lines = message.Children("ResourceInformation").Select((line, n) => RmConversation.Numbered(n + 1, Reply(line)));
        return new RmSample(kind, $"sandbox-{Guid.CreateVersion7():N}", thread, id, new(string.Concat(lines))).Xml(time.GetUtcNow());

        static string Reply(XmlTree line) =>
            RmConversation.Accepts("Accept", to: System.Security.SecurityElement.Escape(line.Text("ResourceInfoElementID")!)) + "<m:Resource><m:Name>Sandbox unit</m:Name></m:Resource>"
            + "<m:AssignmentInformation><m:Quantity><r:QuantityText>1</r:QuantityText></m:Quantity><m:PriceQuote><r:QuantityText>0</r:QuantityText></m:PriceQuote></m:AssignmentInformation>";
    }
}
