using System.Text.Json;
using System.Xml;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>A document's bytes, read by the standard that they follow; refused is only what is not well-formed or exceeds a bound.</summary>
internal static class DocumentBytes
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The mark of UTF-8 that some writers put first.</summary>
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    internal static (DocumentReading? Reading, Refusal? Refusal) Read(DocumentFormat format, ReadOnlyMemory<byte> content, IntakeRules rules)
    {
        try
        {
            if (format == DocumentFormat.Eido)
            {
                using var json = JsonDocument.Parse(content.Span.StartsWith(Mark) ? content[Mark.Length..] : content, Strict);
                return (EidoIncident.Read(json.RootElement, rules.Messages), null);
            }
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            return (CapAlert.Read(MarkedUp.Read(stream), rules.Messages, rules.Documents), null);
        }
        catch (XmlException)
        {
            return (null, Refusal.Invalid("/content", "xml",
                $"Not XML that can be taken: it must be well-formed, without a DTD, at most {Markup.MostDepth} deep, with at most {MarkedUp.MostElements} elements and {Markup.MostAttributes} attributes at one."));
        }
        catch (InvalidOperationException)
        {
            // The name of a member is half a surrogate pair.
            return (DocumentReading.Unreadable(DocumentReason.NotOneAlert), null);
        }
        catch (JsonException)
        {
            return (null, Refusal.Invalid("/content", "json", "Not JSON that can be taken: it must be well-formed, at most 32 deep, and name each member once."));
        }
    }
}
