using System.Text.Json.Serialization;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Messages;

/// <summary>A short message or e-mail of a member of the public, as a gateway hands it over.</summary>
/// <param name="MessageId">The gateway's own number of it: the same words again under it change nothing.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Text">What it says, whatever that is: of any length up to that of a body, or empty.</param>
/// <param name="Sender">Where an answer can be sent; sealed at once and destroyed by a clock.</param>
/// <param name="AreaCode">The area that the gateway's number serves, where it serves one: 2 to 12 digits; anything else counts as not said.</param>
/// <param name="SentAt">When it was sent, as the network says; what lies ahead or cannot be read counts as now.</param>
public sealed record ReceiveMessage(
    [property: JsonConverter(typeof(AsItComes))] string MessageId, MessageChannel Channel, [property: JsonConverter(typeof(AsItComes))] string Text,
    [property: JsonConverter(typeof(AsItComes))] string? Sender = null, [property: JsonConverter(typeof(AsItComes))] string? AreaCode = null,
    [property: JsonConverter(typeof(InstantAsItComes))] DateTimeOffset? SentAt = null);

/// <summary>What the gateway keeps and sends back.</summary>
/// <param name="Id">The message.</param>
/// <param name="State">Reported where it could be read, Held until a person has read it.</param>
/// <param name="ReportId">The report it became: the number to ask with; null while it is held.</param>
/// <param name="Answer">Text to send to who sent it.</param>
public sealed record MessageReceipt(Guid Id, MessageState State, Guid? ReportId, string Answer);

internal static class ReceiveMessageCase
{
    private const int LongestNumber = 128, LongestSender = 1000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/gateway-messages", Handle)
        .WithName("receiveMessage").IsLifeSafety().WithSummary("A gateway hands over a message; it becomes a report or is held for a person, and is never lost.")
        .RequireRole(Roles.Integration);

    private static async Task<Created<MessageReceipt>> Handle(
        ReceiveMessage body, IntakeDb db, Call call, Clocks clocks, Reception reception, IntakeRules rules, Tree tree, ISecretBox secrets, CancellationToken ct)
    {
        var served = body.AreaCode is { } code && new Place(code).Refuse("") is null ? code : null;
        var gateway = call.Caller.Agency;
        var number = GatewayMessage.Numbered(secrets, call.Exercise, call.Caller, body.Channel, body.MessageId, body.Sender ?? "", body.Text);
        if (await db.Messages.FirstOrDefaultAsync(m => m.OnlyOnce == number, ct) is { } before) return Told(before, rules);
        var area = served ?? await tree.OnlyKnownAsync(MessageReading.Areas(body.Text), ct);
        var reading = MessageReading.Of(body.Text, area, rules.Messages);
        var agency = (area is null ? null : await tree.DutyBodyOfAsync(area, ct)) ?? rules.PublicReports.Agency;
        var sentAt = body.SentAt is { } sent && sent < call.Now ? sent : call.Now;
        var sender = body.Sender is { Length: > 0 } contact ? secrets.Seal(AsItComes.Cut(contact, LongestSender).First) : null;
        var report = reading is null ? null : Report.Receive(
            new NewReport(Guid.CreateVersion7(), ReportKind.Initial, ReportSource.Public, ReportChannel.Written, null, null, gateway, agency, reading.Category,
                new Place(reading.AreaCode), sentAt, new ReportContent(EventKind: reading.Kind, Situation: AsItComes.Cut(body.Text, GatewayMessage.Situation).First)) { ExerciseId = call.Exercise, ReporterContact = sender },
            rules.Content, call.Now).Report;
        var message = GatewayMessage.Take(
            Guid.CreateVersion7(), call.Exercise, gateway, AsItComes.Cut(body.MessageId, LongestNumber).First, number, body.Channel, agency, served, body.Text, sender, sentAt, call.Now, report?.Id);
        db.Add(message);
        if (report is not null) await reception.TakeAsync(report, ct);
        else
        {
            clocks.Start("message.look", message.Id, message.Id, call.Now);
            if (sender is not null) clocks.Start("message.sender-retention", message.Id, message.Id, call.Now);
            db.Append(message.Id, new MessageHeld(message.Id, message.Channel, message.Agency, message.ReceivedAt));
        }
        return Told(message, rules);
    }

    private static Created<MessageReceipt> Told(GatewayMessage message, IntakeRules rules) => TypedResults.Created(
        $"/v1/gateway-messages/{message.Id}", new MessageReceipt(message.Id, message.State, message.ReportId, message.ReportId is { } report
            ? rules.Messages.Reported.Replace("{number}", report.ToString(), StringComparison.Ordinal) : rules.Messages.Held));
}
