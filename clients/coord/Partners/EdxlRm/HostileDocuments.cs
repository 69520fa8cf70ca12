using System.Text;

namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>Documents that no well-meaning sender makes.</summary>
internal static class HostileDocuments
{
    /// <summary>More than a message ever needs.</summary>
    internal const int Large = 6 * 1024 * 1024;

    private const string Xml = "application/xml";

    internal static IEnumerable<(string Rule, byte[] Body, string ContentType)> All(DateTimeOffset now)
    {
        var sound = RmConversation.Begin(now)[0];
        var message = sound.Xml(now);
        yield return Of(Language.Say($"An empty body is refused at once"), "");
        yield return Of(Language.Say($"What is no XML is refused at once"), "Send two pumps, please.");
        yield return Of(Language.Say($"A message that was cut off is refused at once"), message[..(message.Length / 2)]);
        yield return Of(Language.Say($"Bytes that are no UTF-8 are refused at once"), [.. Encoding.UTF8.GetBytes(message.Replace("conformance-check", "", StringComparison.Ordinal)).Take(300), 0xC3, 0x28, 0xFF]);
        yield return Of(Language.Say($"A message in another namespace is refused at once"), message.Replace("EDXL:RM:1.0:msg", "EDXL:RM:9.0:msg", StringComparison.Ordinal));
        yield return Of(Language.Say($"An envelope without a message is refused at once"), RmSample.Envelope(sound.Id, now, "<xmlContent/>"));
        yield return Of(Language.Say($"An envelope that says it is neither test nor actual is refused at once"), sound.Enveloped(now).Replace("<distributionStatus>Test<", "<distributionStatus>Perhaps<", StringComparison.Ordinal));
        yield return Of(Language.Say($"A document with a DOCTYPE is refused at once"), $"<!DOCTYPE m>{message}");
        yield return Of(Language.Say($"An entity of its own is refused at once"), $"<!DOCTYPE m [<!ENTITY two '2'>]>{message.Replace(">2<", ">&two;<", StringComparison.Ordinal)}");
        yield return Of(Language.Say($"An entity that names a file is refused at once"), $"<!DOCTYPE m [<!ENTITY two SYSTEM 'file:///etc/hostname'>]>{message.Replace(">2<", ">&two;<", StringComparison.Ordinal)}");
        yield return Of(Language.Say($"Entities that multiply are refused at once"), Multiplying(message));
        yield return Of(Language.Say($"Elements ten thousand deep are refused at once"), message.Replace("Pump, 500 litres a minute", Deep(10_000), StringComparison.Ordinal));
        yield return Of(Language.Say($"Twenty thousand attributes are refused at once"), message.Replace("<m:Name>", $"<m:Name {string.Join(' ', Enumerable.Range(0, 20_000).Select(n => $"a{n}='1'"))}>", StringComparison.Ordinal));
        yield return Of(Language.Say($"Eight million characters are refused at once"), message.Replace("Pump, 500 litres a minute", new string('x', 8 * 1024 * 1024), StringComparison.Ordinal));
    }

    private static (string, byte[], string) Of(string rule, string xml) => (rule, Encoding.UTF8.GetBytes(xml), Xml);

    private static (string, byte[], string) Of(string rule, byte[] body) => (rule, body, Xml);

    private static string Multiplying(string message)
    {
        var entities = string.Concat(Enumerable.Range(1, 12).Select(n => $"<!ENTITY e{n} '{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}'>"));
        return $"<!DOCTYPE m [<!ENTITY e0 'x'>{entities}]>{message.Replace(">2<", ">&e12;<", StringComparison.Ordinal)}";
    }

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
}
