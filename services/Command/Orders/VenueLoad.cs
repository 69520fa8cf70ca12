namespace Coordination.Command.Orders;

/// <summary>Command's own picture of how full a venue is: the newest level of its indicator. Anonymous counts only.</summary>
internal sealed class VenueLoad
{
    /// <summary>The indicator.</summary>
    public Guid Id { get; set; }
    public Guid? ExerciseId { get; set; }
    public Guid? HazardId { get; set; }
    public Guid? EventNoticeId { get; set; }
    public double Percent { get; set; }
    public bool OverCapacity { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
