namespace Coordination.PublicInformation.Cap;

/// <summary>A document of alerts as it was taken in.</summary>
/// <param name="Id">The document: its bytes are kept under it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sha256">Digest of its bytes, hexadecimal.</param>
/// <param name="Alerts">Its alerts in their order; none where a feed has none, or only points to them.</param>
/// <param name="Findings">What is odd about the document itself.</param>
public sealed record CapImportReceipt(Guid Id, CapBodyKind Kind, string Sha256, IReadOnlyList<CapMessageView> Alerts, IReadOnlyList<CapFinding> Findings);
