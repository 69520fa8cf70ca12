using System.Xml;
using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>A message as it was read.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Envelope">What is said around it; null where it came bare.</param>
/// <param name="Findings">Where it differs from its schema and hinders nobody.</param>
internal sealed record RmRead(RmDocument Document, RmEnvelope? Envelope, IReadOnlyList<string> Findings);

/// <summary>The bytes of a message: what is no XML, exceeds a bound or breaks a rule is refused in words.</summary>
internal static class RmBytes
{
    internal static (RmRead? Read, Refusal? Refusal) Read(byte[] bytes)
    {
        Markup root;
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            root = RmMarkup.Read(stream);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return (null, Refusal.Invalid("", "rm-xml", $"Must be one XML document without a DTD: at most {RmMarkup.MostCharacters} characters, {Markup.MostDepth} levels, {Markup.MostAttributes} attributes at an element, {RmMarkup.MostElements} elements."));
        }
        var (message, envelope, odd) = RmEnvelope.Open(root);
        if (odd is not null) return (null, odd);
        if (RmRules.Refuse(message!) is { } wrong) return (null, wrong);
        var document = RmReading.Read(message!);
        return (new(document, envelope, RmFindings.Of(message!, document)), null);
    }
}
