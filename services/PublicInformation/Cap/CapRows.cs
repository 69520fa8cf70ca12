namespace Coordination.PublicInformation.Cap;

/// <summary>A message names another, that may have come or not.</summary>
internal sealed class CapNaming
{
    public Guid Id { get; init; }
    /// <summary>The message that names.</summary>
    public Guid MessageId { get; init; }
    /// <summary>The name that it names (<see cref="CapMessage.Name"/>).</summary>
    public string Name { get; init; } = "";
}

/// <summary>A place where a message is found: a cell of the grid or a code, in real life or in one exercise.</summary>
internal sealed class CapPlace
{
    public Guid Id { get; init; }
    public Guid MessageId { get; init; }
    public string Key { get; init; } = "";
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset EndsAt { get; set; }

    internal static string KeyOf(Guid? exercise, string place) => exercise is { } id ? $"{id:N}/{place}" : place;
}

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
    /// <summary>Null where it looks for a person, and once the time of what is sealed is over.</summary>
    public byte[]? Original { get; private set; }
    public List<CapFinding> Findings { get; init; } = [];
    /// <summary>Its messages in their order, those that had come before among them.</summary>
    public List<Guid> Messages { get; init; } = [];

    internal void Keep(byte[] original) => Original = original;

    internal void Forget() => (Original, Version) = (null, Version + 1);
}
