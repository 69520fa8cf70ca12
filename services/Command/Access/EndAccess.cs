using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Access;

/// <summary>Whose access ends: the <c>jti</c> of a token, the <c>sub</c> of a person or system, the <c>client_id</c> of a client, or the thumbprint of a certificate.</summary>
public sealed record EndAccess(AccessKind Kind, [property: Text(500)] string Value, [property: Text(200)] string Basis);

internal static class EndAccessCase
{
    /// <summary>Length of a SHA-256 in base64url, as <c>x5t#S256</c> has it.</summary>
    private const int Thumbprint = 43;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/access-ends", End).WithName("endAccess").WithSummary("Ends a token, all tokens of a person or system so far, a client, or a certificate, in every service.").RequireRole(Roles.Operator);
        routes.MapPost("/v1/access-ends/{id:guid}/restore", Restore).WithName("restoreAccess").WithSummary("Takes an ending of access back.").RequireRole(Roles.Operator).RequireIfMatch();
        routes.MapGet("/v1/access-ends", List).WithName("listAccessEnds").WithSummary("Every ending of access, oldest first; what it was is a hash.").RequireRole(Roles.Operator, Roles.Auditor);
    }

    private static async Task<Results<Created<AccessEndView>, ProblemHttpResult>> End(EndAccess request, CommandDb db, AccessEnding ending, Call call, CancellationToken ct)
    {
        if (Real(call) is { } played) return played.Problem();
        if (request.Kind == AccessKind.Certificate && (request.Value.Length != Thumbprint || !request.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            return Refusal.Invalid("/value", "thumbprint", "A certificate is named by the SHA-256 of its DER form in base64url: 43 characters.").Problem();
        var end = AccessEnd.Of(request, call.RealNow);
        var ended = new AccessEnded(end.Id, end.Kind, end.Mark, end.At);
        db.Add(end);
        db.Append(end.Id, ended);
        // Here with the answer; the others hear it from the journal.
        await ending.EndAsync(ended, ct);
        return TypedResults.Created($"/v1/access-ends/{end.Id}", AccessEndView.Of(end));
    }

    private static async Task<Results<Ok<AccessEndView>, ProblemHttpResult>> Restore(Guid id, CommandDb db, AccessEnding ending, Call call, CancellationToken ct)
    {
        if (Real(call) is { } played) return played.Problem();
        if (await db.AccessEnds.FindAsync([id], ct) is not { } end) return Problems.NotFound("ending of access", id);
        if (call.Stale(end.Version) is { } stale) return stale.Problem();
        if (end.Restore(call.RealNow) is { } refusal) return refusal.Problem();
        db.Append(end.Id, new AccessRestored(end.Id, call.RealNow));
        await ending.RestoreAsync(end.Id, ct);
        return TypedResults.Ok(AccessEndView.Of(end));
    }

    private static async Task<Ok<Page<AccessEndView>>> List(Paging page, CommandDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.AccessEnds.AsNoTracking().ToPageAsync(page, e => e.Id, AccessEndView.Of, ct));

    /// <summary>Tokens are the same in life and in every exercise.</summary>
    private static Refusal? Real(Call call) => call.Exercise is null ? null : new("not-in-an-exercise", "Access is ended for life and every exercise at once: say it outside of an exercise.");
}

/// <summary>An ending of access.</summary>
public sealed record AccessEndView(Guid Id, int Version, AccessKind Kind, Guid Mark, string Basis, DateTimeOffset At, DateTimeOffset? RestoredAt) : IVersioned
{
    internal static AccessEndView Of(AccessEnd e) => new(e.Id, e.Version, e.Kind, e.Mark, e.Basis, e.At, e.RestoredAt);
}
