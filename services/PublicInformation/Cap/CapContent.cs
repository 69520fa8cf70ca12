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

/// <summary>A message that another one names.</summary>
/// <param name="Sent">Null where the reference says none, or none that can be read: then it means each message of the name.</param>
internal sealed record CapReference(string Sender, string Identifier, DateTimeOffset? Sent);

/// <summary>What is said in one language.</summary>
/// <param name="Language">As the alert names it.</param>
/// <param name="Event">What it is called.</param>
/// <param name="Categories">CAP's categories.</param>
/// <param name="Responses">What people are asked to do, in CAP's words.</param>
/// <param name="Urgency">CAP's word, or what stands in its place.</param>
/// <param name="Severity">CAP's word, or what stands in its place.</param>
/// <param name="Certainty">CAP's word, or what stands in its place.</param>
/// <param name="SenderName">The issuing body.</param>
/// <param name="Headline">One line.</param>
/// <param name="Description">What happens.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Web">Where more is said.</param>
/// <param name="Effective">From when.</param>
/// <param name="Onset">When it begins.</param>
/// <param name="Expires">To when.</param>
/// <param name="Areas">Where, in words.</param>
public sealed record CapInfo(
    string Language, string? Event, IReadOnlyList<string> Categories, IReadOnlyList<string> Responses, string? Urgency, string? Severity, string? Certainty, string? SenderName, string? Headline,
    string? Description, string? Instruction, string? Web, DateTimeOffset? Effective, DateTimeOffset? Onset, DateTimeOffset? Expires, IReadOnlyList<string> Areas);

/// <summary>CAP's status.</summary>
public enum CapStatus
{
    /// <summary>None that is known: nobody may take it for real.</summary>
    Unknown,
    /// <summary>To be acted on.</summary>
    Actual,
    /// <summary>Of an exercise.</summary>
    Exercise,
    /// <summary>Of the alerting systems themselves.</summary>
    System,
    /// <summary>A technical test.</summary>
    Test,
    /// <summary>Not to be acted on.</summary>
    Draft,
}

/// <summary>CAP's msgType.</summary>
public enum CapMessageType
{
    /// <summary>None that is known.</summary>
    Unknown,
    /// <summary>A first message.</summary>
    Alert,
    /// <summary>Replaces those that it names.</summary>
    Update,
    /// <summary>Ends those that it names.</summary>
    Cancel,
    /// <summary>Acknowledges those that it names.</summary>
    Ack,
    /// <summary>Says that those that it names were refused.</summary>
    Error,
}

/// <summary>CAP's scope.</summary>
public enum CapScope
{
    /// <summary>None that is known: it is not shown to all.</summary>
    Unknown,
    /// <summary>For all.</summary>
    Public,
    /// <summary>For those that a rule names.</summary>
    Restricted,
    /// <summary>For the addressees.</summary>
    Private,
}
