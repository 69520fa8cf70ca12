using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Contract = Coordination.Rpc.Resources.V1;

namespace Coordination.Resources.Fills;

/// <summary>
/// Before it orders or relies on a commitment, the requester sees how it stands with the supplier at this moment. The steps themselves go by events:
/// they must reach a supplier that is away now.
/// </summary>
internal static class CompareBooksCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/fills/{id:guid}/books", Handle)
        .WithName("compareBooks").WithSummary("One fill in the requester's book, beside what the supplier's book says now.").RequireRole(Who.Moves);

    private static async Task<Results<Ok<BooksView>, ProblemHttpResult>> Handle(string agency, Guid id, FillBook book, Peers peers, CancellationToken ct)
    {
        if (await book.FindAsync(agency, FillSide.Requester, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        var asked = await peers.AskAsync<Contract.Counterpart>(fill.SupplierAgency, new Contract.ReadCounterpartRequest { Agency = fill.SupplierAgency, Id = id.ToString() }, ct);
        if (asked.Answer is not { } theirs) return asked.Refusal!.Problem();
        var state = Enum.Parse<FillState>(theirs.State);
        return TypedResults.Ok(new BooksView(id, fill.State, state, fill.State == state, theirs.HasReservation ? Enum.Parse<ReservationState>(theirs.Reservation) : null,
            theirs.Quantity, theirs.ValidUntil?.ToDateTimeOffset(), theirs.CommittedAt?.ToDateTimeOffset(), theirs.Eta?.ToDateTimeOffset()));
    }
}
