using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.EventNotices;

/// <summary>An event notice.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="Kind">What kind of event.</param>
/// <param name="Venue">What kind of venue.</param>
/// <param name="OperatorAgency">Who filed it.</param>
/// <param name="Place">Where.</param>
/// <param name="ExpectedAttendance">Persons expected at one time.</param>
/// <param name="Capacity">Persons the venue holds.</param>
/// <param name="StartsAt">Start.</param>
/// <param name="EndsAt">End.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="Permit">Licence, or null.</param>
/// <param name="Warnings">What the register points out.</param>
public sealed record EventNoticeView(
    Guid Id, int Version, EventNoticeState State, EventNoticeKind Kind, VenueKind Venue, string OperatorAgency, Place Place, int ExpectedAttendance, int Capacity,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset FiledAt, Permit? Permit, IReadOnlyList<NoticeWarning> Warnings) : IVersioned
{
    internal static EventNoticeView Of(EventNotice n) => new(
        n.Id, n.Version, n.State, n.Kind, n.Venue, n.OperatorAgency, n.Where(), n.ExpectedAttendance, n.Capacity, n.StartsAt, n.EndsAt, n.FiledAt, n.Permit, n.Warnings);

    internal static EventNoticeChanged Event(EventNotice n, DateTimeOffset at) => new(
        n.Id, n.Kind, n.Venue, n.State, n.OperatorAgency, n.AreaCode, n.Latitude, n.Longitude, n.ExpectedAttendance, n.Capacity, n.StartsAt, n.EndsAt, n.Warnings, at);
}
