namespace Coordination.Intake.Documents;

/// <summary>How documents of other systems are read (jurisdiction data).</summary>
internal sealed class DocumentRule
{
    /// <summary>Name under which an alert's geocodes are codes of the region's own areas.</summary>
    public string AreaCodeSystem { get; set; } = "";
}
