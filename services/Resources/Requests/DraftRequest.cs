using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requests;

/// <summary>A request being written: header and lines.</summary>
public sealed record DraftRequest(
    [property: Items(1, 50)] IReadOnlyList<DraftLine> Lines, Guid? IncidentId = null, ResponseGrade? Level = null,
    [property: Text(1000)] string? Instructions = null);

/// <summary>What is needed, how many of the type's unit of measure, what for, and on scene by when.</summary>
public sealed record DraftLine([property: Text(40)] string TypeCode, [property: Range(1, 1_000_000)] int Quantity, MissionKind Mission, DateTimeOffset NeedBy);

/// <summary>The requester writes a request (ICS-213RR). Without a level it takes the one that is in force for the incident.</summary>
internal static class DraftRequestCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests", Handle)
        .WithName("draftRequest").WithSummary("The requester writes a request for resources.")
        .RequireRole(Who.Moves);

    private static async Task<Results<Created<RequestView>, ProblemHttpResult>> Handle(
        string agency, DraftRequest request, RequestBook book, ResourceCatalogue catalogue, Call call, CancellationToken ct)
    {
        var lines = new List<Line>();
        foreach (var (draft, i) in request.Lines.Select((l, i) => (l, i)))
        {
            var (type, unknown) = catalogue.Find(draft.TypeCode, $"/lines/{i}/typeCode");
            if (unknown is not null) return unknown.Problem();
            if (draft.NeedBy <= call.Now) return Refusal.Invalid($"/lines/{i}/needBy", "in-past", "It must lie ahead.").Problem();
            lines.Add(new() { Id = Guid.CreateVersion7(), Number = i + 1, TypeCode = type!.Code, UnitOfMeasure = type.UnitOfMeasure, Quantity = draft.Quantity, Mission = draft.Mission, NeedBy = draft.NeedBy });
        }
        var need = await book.DraftAsync(agency, request.IncidentId, request.Level, lines, request.Instructions, ct);
        await book.ChangedAsync(need, call.Now, ct);
        return TypedResults.Created($"/v1/agencies/{agency}/requests/{need.Id}", RequestView.Of(need));
    }
}
