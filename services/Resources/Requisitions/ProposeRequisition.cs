using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>What is needed, how many, for which incident.</summary>
public sealed record ProposeRequisition(Guid IncidentId, [property: Text(40)] string TypeCode, [property: Range(1, 1_000_000)] int Quantity);

/// <summary>A requisition is proposed; another person orders it.</summary>
internal static class ProposeRequisitionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions", Handle)
        .WithName("proposeRequisition").WithSummary("A requisition is proposed.")
        .RequireRole(Who.Moves);

    private static Results<Created<RequisitionView>, ProblemHttpResult> Handle(
        string agency, ProposeRequisition request, ResourcesDb db, RequisitionBook book, ResourceCatalogue catalogue, Call call)
    {
        var (type, unknown) = catalogue.Find(request.TypeCode);
        if (unknown is not null) return unknown.Problem();
        var requisition = Requisition.Propose(Guid.CreateVersion7(), call.Exercise, agency, request.IncidentId, type!.Code, type.UnitOfMeasure,
            request.Quantity, call.Caller.Subject, call.Now);
        db.Add(requisition);
        book.Moved(requisition);
        return TypedResults.Created($"/v1/agencies/{agency}/requisitions/{requisition.Id}", RequisitionView.Of(requisition));
    }
}
