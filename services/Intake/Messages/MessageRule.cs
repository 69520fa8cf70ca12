using Coordination.Contracts.Events;

namespace Coordination.Intake.Messages;

/// <summary>How messages of the public are read and answered (jurisdiction data).</summary>
internal sealed class MessageRule
{
    /// <summary>Words that name a kind of event in the languages of the place.</summary>
    public List<MessageWord> Words { get; set; } = [];

    /// <summary>What is sent back when it became a report; <c>{number}</c> is its number.</summary>
    public string Reported { get; set; } = "";

    /// <summary>What is sent back when a person will read it.</summary>
    public string Held { get; set; } = "";
}

/// <summary>A word and the kind that it names.</summary>
internal sealed class MessageWord
{
    public string Word { get; set; } = "";
    public EventKind Kind { get; set; }
}
