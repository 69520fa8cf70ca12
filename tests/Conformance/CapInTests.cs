using System.Text;
using Coordination.Platform;
using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Conformance;

/// <summary>Genuine alerts, feeds and envelopes of others are read whole, with findings; only what is hostile is refused.</summary>
public sealed class CapInTests
{
    [Fact]
    public void Dump()
    {
        foreach (var f in Directory.GetFiles(Cases.At("cap"), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cap" or ".xml" or ".atom" or ".rss" or ".edxlde").Order())
        {
            var (read, refusal) = CapBody.Read(File.ReadAllBytes(f), CapTrust.None);
            File.AppendAllText("/tmp/w/cap-dump.txt", "\n" + $"{Path.GetFileName(f)}: {refusal?.Rule} {read?.Kind} {read?.Alerts.Count} {string.Join(' ', read?.Findings.Select(x => x.Rule) ?? [])}");
            foreach (var a in read?.Alerts ?? [])
                File.AppendAllText("/tmp/w/cap-dump.txt", "\n" + $"    {a.Identifier} {a.Status} {a.MessageType} {a.Scope} refs={a.References.Count} infos={a.Infos.Count} shapes={a.Shapes.Count} codes={a.Codes.Count} sig=[{string.Join(' ', a.Signatures.Select(s => string.Join('+', s.Facts)))}] :: {string.Join(", ", a.Findings.Select(x => x.Rule + "@" + x.At))}");
        }
    }
}
