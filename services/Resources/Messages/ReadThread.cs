using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Messages;

/// <summary>A thread of EDXL-RM as an agency's book has it.</summary>
/// <param name="Thread">The id of its first message.</param>
/// <param name="Messages">Those that the agency sent, and those that its book amounts to, in the order in which they came here.</param>
public sealed record RmThreadView(string Thread, IReadOnlyList<RmMessageView> Messages);

/// <summary>A message of a thread.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Agency">Who sent it.</param>
/// <param name="SentAt">When it says that it was sent.</param>
/// <param name="PrecedingId">The message that it follows.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why it is not done.</param>
/// <param name="Elements">What became of its elements, of a message that came as XML to this agency's book.</param>
public sealed record RmMessageView(
    string MessageId, string Type, string Agency, DateTimeOffset SentAt, string? PrecedingId, RmState State, RmReason? Reason, IReadOnlyList<RmElementState> Elements);

/// <summary>Gives a thread back: what came as XML, and what was done by other ways as the messages that say it.</summary>
internal static class ReadThreadCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/edxl-rm/thread", Read).WithName("readResourceThread").WithSummary("A thread of EDXL-RM as the agency's book has it.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/edxl-rm/message", ReadXml).WithName("readResourceMessage").WithSummary("One message of a thread as EDXL-RM 1.0: as it came, or as the agency's book amounts to it.")
            .Produces(200, contentType: "application/xml").RequireRole(Who.Reports);
    }

    private static async Task<Results<Ok<RmThreadView>, ProblemHttpResult>> Read(string agency, string thread, ResourcesDb db, Call call, CancellationToken ct)
    {
        var (sent, book) = await OfAsync(db, call, agency, thread, ct);
        if (sent.Count + book.Count == 0) return Problems.NotFound("thread");
        var parts = db.MessageParts.Local.ToLookup(p => p.RecordId);
        return TypedResults.Ok(new RmThreadView(thread,
        [
            .. sent.Select(m => (At: m.ReceivedAt, View: new RmMessageView(m.MessageId, m.Type, m.Agency, m.SentAt, m.PrecedingId, m.State, m.Reason, RmElementState.Of(parts[m.Id]))))
                .Concat(book.Where(b => !IsSent(sent, b)).Select(b => (At: b.Message.SentAt, View: new RmMessageView(b.Message.MessageId, b.Message.Type, b.From, b.Message.SentAt, b.Message.PrecedingId, RmState.Executed, null, []))))
                .OrderBy(m => m.At).ThenBy(m => m.View.MessageId, StringComparer.Ordinal).Select(m => m.View),
        ]));
    }

    private static async Task<Results<Utf8ContentHttpResult, ProblemHttpResult>> ReadXml(string agency, string thread, string messageId, ResourcesDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        // What came may name persons: only those whose message it is read it.
        if (call.Caller.Agency != agency) return Refusal.Forbidden("other-agency", "The book belongs to another agency.").Problem();
        var (sent, book) = await OfAsync(db, call, agency, thread, ct);
        if (sent.FirstOrDefault(m => m.MessageId == messageId) is { Original: { } original }) return Xml(Convert.FromBase64String(box.Open(original)));
        return book.Where(b => b.Message.MessageId == messageId).Select(b => b.Message).FirstOrDefault() is { } message ? Xml(RmWriting.Write(message)) : Problems.NotFound("message");
    }

    private static async Task<(IReadOnlyList<RmRecord> Sent, IReadOnlyList<(string From, RmDocument Message)> Book)> OfAsync(ResourcesDb db, Call call, string agency, string thread, CancellationToken ct)
    {
        var exercise = call.Exercise;
        var sent = await db.Messages.Where(m => m.Agency == agency && m.Thread == thread && m.ExerciseId == exercise).OrderBy(m => m.Id).ToListAsync(ct);
        var own = await RmThread.LoadAsync(db, exercise, agency, thread, ct);
        var named = own.Parts.Where(p => p.Agency == agency).Select(p => p.RequestId).OfType<Guid>().Distinct().ToList();
        var needs = await db.Requests.Where(r => r.Agency == agency && r.ExerciseId == exercise && named.Contains(r.Id)).ToListAsync(ct);
        return (sent, new RmBook(own, thread, needs).Messages());
    }

    private static bool IsSent(IReadOnlyList<RmRecord> sent, (string From, RmDocument Message) message) => sent.Any(m => m.Agency == message.From && m.MessageId == message.Message.MessageId);

    private static Utf8ContentHttpResult Xml(byte[] bytes) => TypedResults.Text(bytes, "application/xml");
}
