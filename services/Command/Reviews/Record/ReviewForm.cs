namespace Coordination.Command.Reviews.Record;

/// <summary>The shapes in which the record of a response is written.</summary>
public enum ReviewForm
{
    /// <summary>The draft of the review.</summary>
    Review,
    /// <summary>Incident status summary, after ICS 209.</summary>
    Ics209,
    /// <summary>Activity log, after ICS 214.</summary>
    Ics214,
}
