namespace Coordination.Intake.Reports;

/// <summary>Where reports of the public go when the tree names no duty body, and how many one address may send in an hour.</summary>
internal sealed class PublicReportRule
{
    public string Agency { get; set; } = "";
    public int PerHour { get; set; }
}
