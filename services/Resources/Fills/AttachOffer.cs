using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>The line that the offer is to serve.</summary>
public sealed record AttachOffer(Guid RequestId, Guid LineId);

/// <summary>The requester puts an unsolicited offer to a line of its own.</summary>
internal static class AttachOfferCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/attach", Handle)
        .WithName("attachOffer").WithSummary("The requester puts an unsolicited offer to a line of its own.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, AttachOffer request, FillBook book, RequestBook requests, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, FillSide.Requester, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        if (call.Stale(fill.Version) is { } stale) return stale.Problem();
        if (await requests.FindAsync(agency, request.RequestId, ct) is not { } need) return Refusal.Invalid("/requestId", "no-such-request", "The agency has no such request.").Problem();
        if (need.Lines.Find(l => l.Id == request.LineId) is not { } line) return Refusal.Invalid("/lineId", "no-such-line", "The request has no such line.").Problem();
        if (line.TypeCode != fill.TypeCode) return Refusal.Invalid("/lineId", "other-type", $"The line needs {line.TypeCode}.").Problem();
        if (!line.IsOpen) return new Refusal("illegal-transition", $"A line that is {line.State} takes no fills.").Problem();
        if (need.IncidentId != fill.IncidentId) return Refusal.Invalid("/requestId", "other-incident", "The offer is for another incident.").Problem();
        if (fill.Attach(need.Id, line.Id) is { } refusal) return refusal.Problem();
        await requests.CountAsync(fill, call.Now, ct);
        return TypedResults.Ok(FillView.Of(fill));
    }
}
