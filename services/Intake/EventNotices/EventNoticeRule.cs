namespace Coordination.Intake.EventNotices;

/// <summary>From how many people on an event needs a licence, and how long before it is filed (大型活动条例 Art. 2, 13). Jurisdiction data.</summary>
internal sealed class EventNoticeRule
{
    public int LicenceFrom { get; set; }
    public int FileDaysBefore { get; set; }
}
