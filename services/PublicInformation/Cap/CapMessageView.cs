using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>A message of CAP, what was found in it, and what has become of it.</summary>
/// <param name="Id">The message here.</param>
/// <param name="Version">Grows when something becomes of it.</param>
/// <param name="State">What has become of it at the moment of the call.</param>
/// <param name="IsShown">For all to read.</param>
/// <param name="Sender">Empty where it names none.</param>
/// <param name="Identifier">Empty where it names none.</param>
/// <param name="Sent">Null where it names none.</param>
/// <param name="Status">CAP's status; what an envelope says counts before it.</param>
/// <param name="MessageType">CAP's msgType.</param>
/// <param name="Scope">CAP's scope.</param>
/// <param name="StartsAt">From when it holds.</param>
/// <param name="RunsOutAt">When it runs out if nobody ends it.</param>
/// <param name="EndedBy">The message that replaced or ended it, or will at <paramref name="EndedAt"/>.</param>
/// <param name="EndedAt">When.</param>
/// <param name="Infos">What it says, language by language; of what looks for a person, nothing.</param>
/// <param name="Findings">Where it differs from the standard.</param>
/// <param name="Signatures">Each of its signatures, looked at alone.</param>
public sealed record CapMessageView(
    Guid Id, int Version, CapState State, bool IsShown, string Sender, string Identifier, DateTimeOffset? Sent, CapStatus Status, CapMessageType MessageType, CapScope Scope, DateTimeOffset StartsAt,
    DateTimeOffset RunsOutAt, Guid? EndedBy, DateTimeOffset? EndedAt, IReadOnlyList<CapInfo> Infos, IReadOnlyList<CapFinding> Findings, IReadOnlyList<CapSignature> Signatures)
{
    internal static CapMessageView Of(CapMessage m, DateTimeOffset now) => new(
        m.Id, m.Version, Supersession.StateAt(m, now), m.IsShown, m.Sender, m.Identifier, m.Sent, m.Status, m.MessageType, m.Scope, m.StartsAt, m.RunsOutAt, m.EndedBy, m.EndedAt, m.Infos, m.Findings, m.Signatures);
}
