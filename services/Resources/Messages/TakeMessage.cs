using System.Security.Cryptography;
using System.Text.Json;
using Coordination.Contracts;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Messages;

/// <summary>
/// An agency says what it does by a message of EDXL-RM 1.0, bare or in an EDXL-DE 1.0 envelope. The caller is the sender, whatever the message says of contacts; the same
/// message again is answered as before, and another under its id is refused.
/// </summary>
internal static class TakeMessageCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/edxl-rm", Handle)
        .WithName("takeResourceMessage").WithSummary("An agency says what it does by a message of EDXL-RM 1.0, bare or in an EDXL-DE 1.0 envelope.")
        .TakesXml().NamesItself()
        .RequireRole(Who.Reports);

    private static async Task<Results<Created<RmReceipt>, ProblemHttpResult>> Handle(
        string agency, string? to, HttpRequest request, ResourcesDb db, RmDesk desk, ISecretBox box, Clocks clocks, Call call, CancellationToken ct)
    {
        if (request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is not ("application/xml" or "text/xml")) return new Refusal("content-type", "The body must be application/xml.", "@Content-Type", 415).Problem();
        var bytes = request.Bytes();
        var (read, refusal) = RmBytes.Read(bytes);
        if (refusal is not null) return refusal.Problem();
        var document = read!.Document;
        if (read.Envelope?.IsFrom(agency) == false) return Refusal.Forbidden("rm-sender", "The envelope names another sender than the agency that calls.").Problem();
        var (sha256, key) = (Convert.ToHexStringLower(SHA256.HashData(bytes)), RmRecord.Key(call.Exercise, agency, document.MessageId));
        var (addressees, unknown) = Addressees(read.Envelope, to);
        if (await db.Messages.FirstOrDefaultAsync(m => m.OnlyOnce == key, ct) is { } before)
            return Changed(before, sha256, addressees) is { } changed ? changed.Problem() : Told(agency, JsonSerializer.Deserialize<RmReceipt>(before.Receipt, Wire.Json)!);
        if (RmRights.Refuse(call.Caller, document) is { } role) return role.Problem();
        if (unknown is not null) return unknown.Problem();
        if (await FullAsync(db, agency, document, call, ct) is { } full) return full.Problem();
        if (await StrayAsync(db, agency, document, call, ct) is { } stray) return stray.Problem();
        if (document.Recall is { } recall && await IsOfOthersAsync(db, agency, document.ThreadId, recall.MessageId, call, ct))
            return Refusal.Forbidden("rm-recall-sender", "Only its sender calls a message back.").Problem();
        var message = RmRecord.Take(Guid.CreateVersion7(), call.Exercise, agency, document, addressees, IsActual(read.Envelope, call), sha256, box.Seal(Convert.ToBase64String(bytes)), call.Now);
        db.Add(message);
        clocks.Start("edxl-rm.retention", message.Id, message.Id, call.Now);
        await desk.DecideAsync(message, document, ct);
        await desk.SettleAsync(agency, message.Thread, ct);
        // What is refused leaves nothing; what others wait for is never refused for their number.
        if (message.State == RmState.Waiting && !db.MessageParts.Local.Any(p => p.RecordId == message.Id && p.State == RmState.Executed) && await CrowdedAsync(db, agency, document, call, ct) is { } crowded) return crowded.Problem();
        var receipt = new RmReceipt(message.Id, message.MessageId, message.Thread, message.Type, message.State, sha256,
            RmElementState.Of(db.MessageParts.Local.Where(p => p.RecordId == message.Id)), read.Findings, message.Reason);
        message.Answered(JsonSerializer.Serialize(receipt, Wire.Json));
        return Told(agency, receipt);
    }

    /// <summary>Null where it is the same message again, for the same agencies.</summary>
    private static Refusal? Changed(RmRecord before, string sha256, IReadOnlyList<string> to) =>
        before.Sha256 != sha256 ? new Refusal("rm-message-changed", "Another message came under this MessageID.", "/MessageID")
        : before.ToAgencies != string.Join(',', to) ? new("rm-message-changed", "The message came under this MessageID for other agencies.", "?to") : null;

    private static Created<RmReceipt> Told(string agency, RmReceipt receipt) => TypedResults.Created(
        $"/v1/agencies/{agency}/edxl-rm/message?thread={Uri.EscapeDataString(receipt.Thread)}&messageId={Uri.EscapeDataString(receipt.MessageId)}", receipt);

    /// <summary>Whom it is for, by its envelope; a bare one says it beside itself.</summary>
    private static (IReadOnlyList<string> To, Refusal? Refusal) Addressees(RmEnvelope? envelope, string? to)
    {
        var named = (envelope?.To ?? []).Concat((to ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToList();
        if (named.Count > 20) return ([], Refusal.Invalid("?to", "rm-too-many", "A message is for at most 20 agencies."));
        return (named, named.Select(n => AgencyCode.Check(n, envelope is null ? "?to" : "/explicitAddress")).FirstOrDefault(r => r is not null));
    }

    /// <summary>In an exercise an envelope says Exercise, and outside it Actual; Test and System move nothing anywhere.</summary>
    private static bool IsActual(RmEnvelope? envelope, Call call) => envelope is null || envelope.Status == (call.Exercise is null ? "Actual" : "Exercise");

    private static async Task<Refusal?> FullAsync(ResourcesDb db, string agency, RmDocument document, Call call, CancellationToken ct)
    {
        var (thread, exercise) = (document.ThreadId, call.Exercise);
        return await db.Messages.CountAsync(m => m.Agency == agency && m.Thread == thread && m.ExerciseId == exercise, ct) >= RmRecord.MostInThread
            ? new Refusal("rm-thread-full", $"A thread takes at most {RmRecord.MostInThread} messages of an agency: begin another.", "/OriginatingMessageID") : null;
    }

    private static async Task<Refusal?> CrowdedAsync(ResourcesDb db, string agency, RmDocument document, Call call, CancellationToken ct)
    {
        var (thread, exercise) = (document.ThreadId, call.Exercise);
        return await db.Messages.CountAsync(m => m.Agency == agency && m.Thread == thread && m.ExerciseId == exercise && m.State == RmState.Waiting, ct) >= RmRecord.MostWaiting
            ? new Refusal("rm-thread-waits", $"{RmRecord.MostWaiting} messages of the thread wait for others: send those first.", "/OriginatingMessageID") : null;
    }

    /// <summary>What one agency sends in a thread stays in it, and what replaces a message is of its kind.</summary>
    private static async Task<Refusal?> StrayAsync(ResourcesDb db, string agency, RmDocument document, Call call, CancellationToken ct)
    {
        var (before, recalled) = (RmRecord.Key(call.Exercise, agency, document.PrecedingId ?? ""), RmRecord.Key(call.Exercise, agency, document.Recall?.MessageId ?? ""));
        var known = await db.Messages.Where(m => m.OnlyOnce == before || m.OnlyOnce == recalled).Select(m => new { m.Thread, m.OnlyOnce, m.Type }).ToListAsync(ct);
        if (known.Exists(m => m.Thread != document.ThreadId)) return new Refusal("rm-other-thread", "It names another thread than the message that it follows or calls back.", "/OriginatingMessageID");
        return known.Exists(m => m.OnlyOnce == recalled && m.Type != document.Type) ? new Refusal("rm-recall-type", "A message is called back or replaced by one of its own kind.", "/MessageContentType") : null;
    }

    private static async Task<bool> IsOfOthersAsync(ResourcesDb db, string agency, string thread, string messageId, Call call, CancellationToken ct)
    {
        var (exercise, key) = (call.Exercise, RmRecord.Key(call.Exercise, agency, messageId));
        return await db.Messages.AnyAsync(m => m.Thread == thread && m.MessageId == messageId && m.ExerciseId == exercise && m.Agency != agency, ct)
            && !await db.Messages.AnyAsync(m => m.OnlyOnce == key, ct);
    }
}
