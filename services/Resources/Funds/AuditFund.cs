using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Funds;

/// <summary>Whether the audit found it in order.</summary>
public sealed record AuditFund(bool IsClean);

/// <summary>An auditor checks spent money; not who spent it (Art. 93).</summary>
internal static class AuditFundCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/funds/{id:guid}/audit", Handle)
        .WithName("auditFund").WithSummary("An auditor checks spent money; not who spent it (Art. 93).")
        .RequireRole(Roles.Auditor).RequireIfMatch();

    private static Task<Results<Ok<FundView>, ProblemHttpResult>> Handle(
        string agency, Guid id, AuditFund request, FundBook book, Call call, CancellationToken ct) =>
        book.DecideAsync(agency, id, f => f.Audit(request.IsClean, call.Caller.Subject, call.Now), ct);
}
