using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.EventNotices;

/// <summary>A commercial, sport or cultural event at a venue, filed by its operator.</summary>
/// <param name="Kind">What kind of event.</param>
/// <param name="Venue">What kind of venue.</param>
/// <param name="Place">Where.</param>
/// <param name="ExpectedAttendance">Persons expected at one time.</param>
/// <param name="Capacity">Persons the venue holds.</param>
/// <param name="StartsAt">Start.</param>
/// <param name="EndsAt">End.</param>
/// <param name="Permit">Licence, where one is needed.</param>
public sealed record FileEventNotice(
    EventNoticeKind Kind, VenueKind Venue, Place Place, [property: Range(1, 10_000_000)] int ExpectedAttendance, [property: Range(1, 10_000_000)] int Capacity,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, Permit? Permit = null);

internal static class FileEventNoticeCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/event-notices", Handle)
        .WithName("fileEventNotice").WithSummary("An operator files an event. The answer points out a missing licence; it judges nothing.")
        .RequireRole(Roles.Reporter, Roles.Integration, Roles.DutyOfficer);

    private static async Task<Results<Created<EventNoticeView>, ProblemHttpResult>> Handle(
        FileEventNotice body, IntakeDb db, Call call, Clocks clocks, IntakeRules rules, CancellationToken ct)
    {
        var (notice, refusal) = EventNotice.File(
            new NewEventNotice(Guid.CreateVersion7(), call.Exercise, body.Kind, body.Venue, call.Caller.Agency, body.Place, body.ExpectedAttendance, body.Capacity,
                body.StartsAt, body.EndsAt, body.Permit), rules.EventNotices, call.Now);
        if (refusal is not null) return refusal.Problem();
        db.Add(notice!);
        clocks.Start("event-notice.acknowledge", notice!.Id, notice.Id, call.Now);
        await LicenceClock.FollowAsync(notice, clocks, ct);
        db.Append(notice.Id, EventNoticeView.Event(notice, call.Now));
        return TypedResults.Created($"/v1/event-notices/{notice.Id}", EventNoticeView.Of(notice));
    }
}
