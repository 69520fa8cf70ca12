namespace Coordination.Intake.Documents;

/// <summary>How documents of other systems are read (jurisdiction data).</summary>
internal sealed class DocumentRule
{
    /// <summary>Name under which an alert's geocodes are codes of the region's own areas.</summary>
    public string AreaCodeSystem { get; set; } = "";

    /// <summary>First line of what a cancellation says, in the languages of the place: without it the words read as if the event went on.</summary>
    public string Cancelled { get; set; } = "The source has cancelled its alert.";
}
