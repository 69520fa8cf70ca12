using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.EventNotices;

internal static class ReadEventNotices
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/event-notices/{id:guid}", One).WithName("getEventNotice").WithSummary("One event notice.").RequireRole(Readers);
        routes.MapGet("/v1/event-notices", List).WithName("listEventNotices").WithSummary("Event notices, oldest first.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.Reporter, Roles.Integration, Roles.DutyOfficer, Roles.Commander, Roles.Auditor];

    private static async Task<Results<Ok<EventNoticeView>, ProblemHttpResult>> One(Guid id, IntakeDb db, Call call, CancellationToken ct) =>
        await Visible(db, call).FirstOrDefaultAsync(n => n.Id == id, ct) is { } notice ? TypedResults.Ok(EventNoticeView.Of(notice)) : Problems.NotFound("event notice", id);

    private static async Task<Ok<Page<EventNoticeView>>> List(Paging page, IntakeDb db, Call call, CancellationToken ct, EventNoticeState? state = null) =>
        TypedResults.Ok(await Visible(db, call).Where(n => state == null || n.State == state).ToPageAsync(page, n => n.Id, EventNoticeView.Of, ct));

    /// <summary>An operator sees its own; duty offices, commanders and auditors see all.</summary>
    private static IQueryable<EventNotice> Visible(IntakeDb db, Call call)
    {
        var all = db.EventNotices.AsNoTracking().Where(n => n.ExerciseId == call.Exercise);
        var agency = call.Caller.Agency;
        return call.Caller.Has(Roles.DutyOfficer) || call.Caller.Has(Roles.Commander) || call.Caller.Has(Roles.Auditor) ? all : all.Where(n => n.OperatorAgency == agency);
    }
}
