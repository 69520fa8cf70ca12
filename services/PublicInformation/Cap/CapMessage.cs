using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Contracts;
using Coordination.PublicInformation.Alerts;

namespace Coordination.PublicInformation.Cap;

/// <summary>One message of CAP, issued here or taken in from others: what it says, and what became of it.</summary>
internal sealed class CapMessage
{
    private CapMessage() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>Who issued it here, or brought it.</summary>
    public string Agency { get; private set; } = "";
    /// <summary>Issued by this region: nothing that comes in ends it.</summary>
    public bool IsHere { get; private set; }
    /// <summary>The document that it came in; null where it was issued here.</summary>
    public Guid? ImportId { get; private set; }
    public string Sender { get; private set; } = "";
    public string Identifier { get; private set; } = "";
    public DateTimeOffset? Sent { get; private set; }
    public CapStatus Status { get; private set; }
    public CapMessageType MessageType { get; private set; }
    public CapScope Scope { get; private set; }
    /// <summary>Has a name, a moment and a type, and does not bear the name of who did not send it.</summary>
    public bool IsSound { get; private set; }
    /// <summary>For all to read: public, real (or of the exercise that it is in), and not about a person.</summary>
    public bool IsShown { get; private set; }
    public bool IsTrusted { get; private set; }
    public List<CapReference> References { get; private set; } = [];
    public List<CapInfo> Infos { get; private set; } = [];
    public List<CapFinding> Findings { get; private set; } = [];
    public List<CapSignature> Signatures { get; private set; } = [];
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    /// <summary>When it runs out if nobody ends it.</summary>
    public DateTimeOffset RunsOutAt { get; private set; }
    /// <summary>When it is no longer in force.</summary>
    public DateTimeOffset EndsAt { get; private set; }
    public CapState? EndedAs { get; private set; }
    public Guid? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string EndedByOrder { get; private set; } = "";
    /// <summary>Digest of sender and identifier, by which references find it.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The same words under the same name, brought by the same agency, are the same message.</summary>
    public string OnlyOnce { get; private set; } = "";
    /// <summary>Polygons and circles (<see cref="CapShapeBytes"/>).</summary>
    public byte[] Shapes { get; private set; } = [];

    /// <summary>What it is ordered by among messages of one moment.</summary>
    internal string Order => $"{Sender},{Identifier},{OnlyOnce}";

    internal static CapMessage Take(Guid id, CapContent content, CapOrigin origin, DateTimeOffset now)
    {
        var starts = content.Effective ?? content.Sent ?? now;
        if (starts < content.Sent) starts = content.Sent.Value;
        var (findings, isForeign) = (content.Findings.ToList(), !origin.IsHere && content.Sender.EndsWith($"@{origin.Region}", StringComparison.OrdinalIgnoreCase));
        if (isForeign) findings.Add(new("sender-is-here", "alert/sender"));
        if (!origin.MayWarn) findings.Add(new("no-authority", "alert"));
        var isSound = content is { Sender.Length: > 0, Identifier.Length: > 0, Sent: not null } && content.MessageType != CapMessageType.Unknown && content.Status != CapStatus.Unknown && !isForeign;
        var runsOut = content.Expires ?? starts + origin.WithoutExpiry;
        return new()
        {
            Id = id, ExerciseId = origin.Exercise, Agency = origin.Agency, IsHere = origin.IsHere, ImportId = origin.ImportId, Sender = content.Sender, Identifier = content.Identifier, Sent = content.Sent,
            Status = content.Status, MessageType = content.MessageType, Scope = content.Scope, IsSound = isSound,
            IsShown = isSound && origin.MayWarn && !content.SeeksPerson && origin.IsOpen && content.Scope == CapScope.Public && ChannelGate.Lets(content.Status, origin.Exercise, origin.Exercise)
                && content.MessageType is CapMessageType.Alert or CapMessageType.Update or CapMessageType.Cancel,
            IsTrusted = content.Signatures.Any(s => s.IsTrusted), References = [.. content.References], Infos = [.. content.Infos], Findings = findings, Signatures = [.. content.Signatures],
            ReceivedAt = now, StartsAt = starts, RunsOutAt = runsOut, EndsAt = runsOut, Name = NameOf(content.Sender, content.Identifier), Shapes = CapShapeBytes.Write(content.Shapes),
            OnlyOnce = OnceOf(content, origin),
        };
    }

    /// <summary>For a moment at least. What never is takes nothing away.</summary>
    internal bool IsEverInForce => EndsAt > StartsAt;

    /// <summary>Another message ends it, unless one did before. False where nothing changes.</summary>
    public bool GiveWay(CapMessage by, CapSuccessors successors)
    {
        if (!Supersession.Ends(by, this, successors)) return false;
        var at = Supersession.ActsAt(by);
        if (EndedAt is { } before && (before < at || (before == at && string.CompareOrdinal(EndedByOrder, by.Order) <= 0))) return false;
        (EndedAt, EndedBy, EndedByOrder, Version) = (at, by.Id, by.Order, Version + 1);
        EndedAs = by.MessageType == CapMessageType.Cancel ? CapState.Cancelled : CapState.Superseded;
        EndsAt = at < RunsOutAt ? at : RunsOutAt;
        return true;
    }

    /// <summary>What ended it no longer does: those that name it are asked again.</summary>
    public void Decide(IEnumerable<CapMessage> namers, CapSuccessors successors)
    {
        (EndedAt, EndedBy, EndedByOrder, EndedAs, EndsAt, Version) = (null, null, "", null, RunsOutAt, Version + 1);
        foreach (var by in namers) GiveWay(by, successors);
    }

    /// <summary>The time of what was not for all is over: its words go, its name stays.</summary>
    public void Forget()
    {
        if (IsShown || Infos.Count == 0) return;
        (Infos, Shapes, Version) = ([], [], Version + 1);
    }

    internal static string NameOf(string sender, string identifier) => Digest($"{sender}\n{identifier}");

    /// <summary>What an agency brings again, in the same life or exercise, with all that counts unchanged.</summary>
    internal static string OnceOf(CapContent content, CapOrigin origin) => Digest(
        $"{origin.Exercise}\n{(origin.IsHere ? "" : origin.Agency)}\n{origin.MayWarn}\n{content.Sender}\n{content.Identifier}\n{content.Sent:O}\n{content.Status}\n{content.MessageType}\n{content.Scope}\n{origin.IsOpen}\n"
        + $"{content.Signatures.Any(s => s.IsTrusted)}\n{JsonSerializer.Serialize(content.References, Wire.Json)}\n{JsonSerializer.Serialize(content.Infos, Wire.Json)}\n{Convert.ToHexString(SHA256.HashData(CapShapeBytes.Write(content.Shapes)))}");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
