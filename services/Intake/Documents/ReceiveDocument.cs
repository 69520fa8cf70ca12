using System.Security.Cryptography;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Documents;

/// <summary>A document of another system, byte for byte.</summary>
/// <param name="Format">Its standard.</param>
/// <param name="Content">Its bytes in Base64, whatever their encoding is.</param>
/// <param name="AreaCode">The area that its source covers, for documents that name none in the region's codes.</param>
/// <param name="ToAgency">Agency that shall handle it; where it is not said, the body that keeps the duty of the place.</param>
public sealed record ReceiveDocument(
    DocumentFormat Format, [property: Text(1_000_000)] string Content, [property: Text(12, 2)] string? AreaCode = null, [property: Text(64)] string? ToAgency = null);

/// <summary>What became of a document.</summary>
/// <param name="Id">The document.</param>
/// <param name="State">Reported, Held until a person has read it, or Noted where by its own word it is no report.</param>
/// <param name="ReportId">The report it became: the number to ask with; null where it is none.</param>
/// <param name="Reason">Why it is none, or null.</param>
/// <param name="Sha256">Digest of the bytes that came, in hexadecimal digits.</param>
public sealed record DocumentReceipt(Guid Id, DocumentState State, Guid? ReportId, DocumentReason? Reason, string Sha256);

internal static class ReceiveDocumentCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/report-documents", Handle)
        .WithName("receiveDocument").IsLifeSafety().WithSummary("A CAP alert or an EIDO comes in; it becomes a report, is held for a person or is noted, and is never lost.")
        .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Integration);

    private static async Task<Results<Created<DocumentReceipt>, ProblemHttpResult>> Handle(ReceiveDocument body, DocumentDesk desk, IntakeRules rules, CancellationToken ct)
    {
        if (body.AreaCode is { } area && new Place(area).Refuse("") is not null) return Refusal.Invalid("/areaCode", "area-code", "Must have 2 to 12 digits.").Problem();
        if (Code.Refuse("/toAgency", body.ToAgency) is { } code) return code.Problem();
        var bytes = new byte[body.Content.Length];
        if (!Convert.TryFromBase64String(body.Content, bytes, out var length)) return Refusal.Invalid("/content", "base64", "Must be Base64.").Problem();
        var content = bytes.AsMemory(0, length);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (await desk.BeforeAsync(sha256, ct) is { } before) return Told(before);
        var (reading, refusal) = DocumentBytes.Read(body.Format, content, rules);
        if (refusal is not null) return refusal.Problem();
        var (document, no) = await desk.TakeAsync(body, reading!, content, sha256, ct);
        return no is null ? Told(document!) : no.Problem();
    }

    private static Created<DocumentReceipt> Told(ReportDocument document) => TypedResults.Created(
        $"/v1/report-documents/{document.Id}", new DocumentReceipt(document.Id, document.State, document.ReportId, document.Reason, document.Sha256));
}
