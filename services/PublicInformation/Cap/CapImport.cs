namespace Coordination.PublicInformation.Cap;

/// <summary>A document that was taken in, byte for byte.</summary>
internal sealed class CapImport
{
    public Guid Id { get; init; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; init; }
    public string Agency { get; init; } = "";
    public string Sha256 { get; init; } = "";
    /// <summary>The same bytes from the same agency are the same document.</summary>
    public string OnlyOnce { get; init; } = "";
    public CapBodyKind Kind { get; init; }
    public string ContentType { get; init; } = "";
    public DateTimeOffset ReceivedAt { get; init; }
    /// <summary>All that it says is for all: then the bytes are kept as they came, and otherwise sealed.</summary>
    public bool IsOpen { get; init; }
    /// <summary>Null where it looks for a person, and once the time of what must go is over.</summary>
    public byte[]? Original { get; private set; }
    public List<CapFinding> Findings { get; init; } = [];
    /// <summary>Its messages in their order, those that had come before among them.</summary>
    public List<Guid> Messages { get; init; } = [];

    /// <summary>What is not for all goes in time; so does what says nothing new, as a feed that is read each minute: no message of it leads here.</summary>
    internal bool MustGo(IEnumerable<CapMessage> messages) => Original is not null && (!IsOpen || messages.All(m => m.ImportId != Id));

    internal void Keep(byte[] original) => Original = original;

    internal void Forget() => (Original, Version) = (null, Version + 1);
}
