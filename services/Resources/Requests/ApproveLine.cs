using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>How many are approved; fewer than asked makes the request partly approved.</summary>
public sealed record ApproveLine([property: Range(1, 1_000_000)] int Quantity);

/// <summary>The reviewer approves a line, or part of it.</summary>
internal static class ApproveLineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/approve", Handle)
        .WithName("approveLine").WithSummary("The reviewer approves a line, or part of it.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, ApproveLine request, RequestBook book, CancellationToken ct) =>
        book.DecideAsync(agency, id, r => r.Approve(number, request.Quantity), ct);
}
