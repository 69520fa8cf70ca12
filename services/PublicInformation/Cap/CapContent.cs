namespace Coordination.PublicInformation.Cap;

/// <summary>One alert as it was read. What others write is kept in their words; what they call to ask (<c>contact</c>) is not read.</summary>
/// <param name="Sender">Empty where it names none.</param>
/// <param name="Identifier">Empty where it names none.</param>
/// <param name="Sent">Null where it names none.</param>
internal sealed record CapContent(string Sender, string Identifier, DateTimeOffset? Sent)
{
    public CapStatus Status { get; init; }
    public CapMessageType MessageType { get; init; }
    public CapScope Scope { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<CapReference> References { get; init; } = [];
    public IReadOnlyList<CapInfo> Infos { get; init; } = [];
    public IReadOnlyList<CapShape> Shapes { get; init; } = [];
    public IReadOnlyList<(string System, string Code)> Codes { get; init; } = [];
    /// <summary>What it says is about a person who is looked for: its words go no further.</summary>
    public bool SeeksPerson { get; init; }
    public IReadOnlyList<CapFinding> Findings { get; init; } = [];
    public IReadOnlyList<CapSignature> Signatures { get; init; } = [];

    /// <summary>The first moment from which one of its infos holds; the moment it was sent where none says it.</summary>
    public DateTimeOffset? Effective => Infos.Select(i => i.Effective).DefaultIfEmpty(null).Any(e => e is null) ? Sent : Infos.Min(i => i.Effective);

    /// <summary>The last moment to which one of its infos holds; null where one names no end.</summary>
    public DateTimeOffset? Expires => Infos.Count == 0 || Infos.Any(i => i.Expires is null) ? null : Infos.Max(i => i.Expires);
}
