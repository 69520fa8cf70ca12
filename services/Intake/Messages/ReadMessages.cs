using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Messages;

/// <summary>Messages are read by the agency that handles them; auditors and operators read all.</summary>
internal static class ReadMessages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/gateway-messages/{id:guid}", One).WithName("getMessage").WithSummary("One message of a gateway.").RequireRole(Readers);
        routes.MapGet("/v1/gateway-messages", List).WithName("listMessages").WithSummary("Messages of gateways, oldest first, with the first 300 characters of what they say; with state=Held those that wait for a person.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.DutyOfficer, Roles.Auditor, Roles.Operator];

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> One(Guid id, IntakeDb db, Call call, CancellationToken ct) =>
        await Visible(db, call).FirstOrDefaultAsync(m => m.Id == id, ct) is { } message ? TypedResults.Ok(MessageView.Of(message)) : Problems.NotFound("message", id);

    private static async Task<Ok<Page<MessageView>>> List(Paging page, IntakeDb db, Call call, CancellationToken ct, MessageState? state = null) =>
        TypedResults.Ok(await Visible(db, call).Where(m => state == null || m.State == state)
            .Select(m => new
            {
                m.Id, m.Version, m.State, m.Channel, m.Gateway, m.MessageId, m.Agency, m.AreaCode, Text = m.Text.Substring(0, MessageView.Excerpt + 1), m.SentAt, m.ReceivedAt, m.ReportId, m.Reason,
            }).ToPageAsync(page, m => m.Id, m =>
            {
                if (m.Gateway != call.Caller.Agency) db.ReadPart(m.Id, m.Agency);
                return new MessageView(
                    m.Id, m.Version, m.State, m.Channel, m.Gateway, m.MessageId, m.Agency, m.AreaCode, MessageView.InList(m.Text), m.SentAt, m.ReceivedAt, m.ReportId, m.Reason);
            }, ct));

    private static IQueryable<GatewayMessage> Visible(IntakeDb db, Call call)
    {
        var agency = call.Caller.Agency;
        var all = call.Caller.Has(Roles.Auditor) || call.Caller.Has(Roles.Operator);
        return db.Messages.AsNoTracking().Where(m => m.ExerciseId == call.Exercise && (all || m.Agency == agency));
    }
}
