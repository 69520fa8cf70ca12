using System.Security.Cryptography;
using Coordination.Contracts;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// Alerts of others come in: CAP 1.0 to 1.2, alone or in Atom, RSS or EDXL-DE. What is genuine is never refused; where it differs from the standard is said. The same bytes again are answered
/// as before, and an alert that came before is the same one.
/// </summary>
internal static class ImportAlerts
{
    internal const int MostBytes = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts/import", Handle)
        .WithName("importAlerts").IsLifeSafety().WithSummary("Takes in alerts of others: CAP 1.0 to 1.2, alone or in Atom, RSS or EDXL-DE.")
        .TakesXml(MostBytes).NamesItself().RequireRole(Roles.Integration, Roles.PublicInformationOfficer);

    private static async Task<Results<Created<CapImportReceipt>, ProblemHttpResult>> Handle(
        HttpRequest request, PublicInformationDb db, CapDesk desk, ISecretBox box, Clocks clocks, Call call, CancellationToken ct)
    {
        if (!IsXml(request.ContentType)) return new Refusal("content-type", "The body must be XML: application/cap+xml, application/xml, or the type of a feed.", "@Content-Type", 415).Problem();
        var bytes = request.Bytes();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var once = $"{call.Exercise}/{call.Caller.Agency}/{sha256}";
        if (await db.CapImports.FirstOrDefaultAsync(i => i.OnlyOnce == once, ct) is { } before) return Told(before, await MessagesAsync(before, db, ct), call);
        var (read, refusal) = CapBody.Read(bytes, desk.Trust);
        if (read is null) return refusal!.Problem();
        var id = Guid.CreateVersion7();
        var messages = new List<CapMessage>();
        foreach (var content in read.Alerts) messages.Add(await desk.TakeAsync(content, desk.Origin(id, read.IsOpen), ct));
        // One that is not for all, or not real, hides the bytes of the others with its own.
        var isOpen = messages.TrueForAll(m => m.IsShown);
        var import = new CapImport
        {
            Id = id, ExerciseId = call.Exercise, Agency = call.Caller.Agency, Sha256 = sha256, OnlyOnce = once, Kind = read.Kind, ContentType = request.ContentType!, ReceivedAt = call.Now, IsOpen = isOpen,
            Findings = [.. read.Findings], Messages = [.. messages.Select(m => m.Id)],
        };
        // Who is looked for is in the bytes too.
        if (!read.Alerts.Any(a => a.SeeksPerson)) import.Keep(isOpen ? bytes : box.Seal(Convert.ToBase64String(bytes)));
        if (import.MustGo(messages)) clocks.Start("alert-import.retention", id, id, call.Now);
        db.Add(import);
        return Told(import, messages, call);
    }

    /// <summary>The messages of a document, in its order.</summary>
    internal static async Task<IReadOnlyList<CapMessage>> MessagesAsync(CapImport import, PublicInformationDb db, CancellationToken ct)
    {
        var messages = await db.CapMessages.AtDesk().AsNoTracking().Where(m => import.Messages.Contains(m.Id)).ToListAsync(ct);
        return [.. import.Messages.Select(id => messages.Find(m => m.Id == id)).OfType<CapMessage>()];
    }

    private static Created<CapImportReceipt> Told(CapImport import, IReadOnlyList<CapMessage> messages, Call call) =>
        TypedResults.Created($"/v1/alerts/imports/{import.Id}", Receipt(import, messages, call.Now));

    internal static CapImportReceipt Receipt(CapImport import, IReadOnlyList<CapMessage> messages, DateTimeOffset now) =>
        new(import.Id, import.Kind, import.Sha256, [.. messages.Select(m => CapMessageView.Of(m, now))], import.Findings);

    private static bool IsXml(string? type)
    {
        var named = type?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        return named.Length <= 100 && (named is "application/xml" or "text/xml" or "application/common-alerting-protocol+xml" || (named.StartsWith("application/", StringComparison.Ordinal) && named.EndsWith("+xml", StringComparison.Ordinal)));
    }
}
