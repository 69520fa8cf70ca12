using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Findings;

/// <summary>A finding raised by hand, about an agency.</summary>
public sealed record RaiseFinding(FindingKind Kind, [property: Text(40)] string Agency, Guid EvidenceId, Guid? IncidentId = null);

/// <summary>The agency's reply.</summary>
public sealed record ReplyToFinding([property: Text(2000)] string Reply);

/// <summary>The decision and its reason.</summary>
public sealed record DecideFinding(bool Upheld, [property: Text(2000)] string Reason);

/// <summary>What shall be done.</summary>
public sealed record AssignAction([property: Text(1000)] string Action);

/// <summary>From a finding to what was done about it.</summary>
internal static class JudgeFinding
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/findings", Raise).WithName("raiseFinding").WithSummary("Raises a finding about an agency.").RequireRole(Roles.Auditor);
        With<ReplyToFinding>("reply", "The agency replies.", [Roles.Commander, Roles.DutyOfficer], (f, r, call) => f.ReplyTo(call.Caller.Agency, r.Reply));
        With<DecideFinding>("decide", "Upholds or dismisses it, with a reason.", [Roles.Auditor], (f, r, call) => f.Decide(r.Upheld, r.Reason, call.Caller.Agency));
        With<AssignAction>("assign", "Says what shall be done.", [Roles.Auditor], (f, r, call) => f.Assign(r.Action, call.Caller.Agency));
        Step("implement", "It was done.", [Roles.Commander, Roles.DutyOfficer], (f, agency) => f.Implement(agency));
        Step("verify", "It was checked.", [Roles.Auditor], (f, agency) => f.Verify(agency));
        Step("close", "A verified or dismissed finding is closed.", [Roles.Auditor], (f, agency) => f.Close(agency));
        routes.MapGet("/v1/findings", List).WithName("listFindings").WithSummary("Findings, oldest first; an agency sees its own.").RequireRole(Roles.Auditor, Roles.Commander, Roles.DutyOfficer);
        routes.MapGet("/v1/findings/{id:guid}", Read).WithName("readFinding").WithSummary("One finding.").RequireRole(Roles.Auditor, Roles.Commander, Roles.DutyOfficer);

        void Step(string verb, string summary, string[] roles, Func<Finding, string, Refusal?> decide) =>
            routes.MapPost($"/v1/findings/{{id:guid}}/{verb}", (Guid id, OversightDb db, Call call, CancellationToken ct) => MoveAsync(id, db, call, f => decide(f, call.Caller.Agency), ct))
                .WithName($"{verb}Finding").WithSummary(summary).RequireRole(roles).RequireIfMatch();

        void With<TRequest>(string verb, string summary, string[] roles, Func<Finding, TRequest, Call, Refusal?> decide) =>
            routes.MapPost($"/v1/findings/{{id:guid}}/{verb}", (Guid id, TRequest request, OversightDb db, Call call, CancellationToken ct) =>
                    MoveAsync(id, db, call, f => decide(f, request, call), ct))
                .WithName($"{verb}Finding").WithSummary(summary).RequireRole(roles).RequireIfMatch();
    }

    private static Results<Created<FindingView>, ProblemHttpResult> Raise(RaiseFinding request, OversightDb db, Call call)
    {
        if (AgencyName.Refuse("/agency", request.Agency) is { } nobody) return nobody.Problem();
        var finding = Finding.Raise(request.Kind, request.IncidentId, request.Agency, request.EvidenceId, outage: false, call.Exercise, call.Now);
        db.Add(finding);
        db.Announce(finding, call);
        return TypedResults.Created($"/v1/findings/{finding.Id}", FindingView.Of(finding));
    }

    private static async Task<Results<Ok<FindingView>, ProblemHttpResult>> MoveAsync(Guid id, OversightDb db, Call call, Func<Finding, Refusal?> decide, CancellationToken ct)
    {
        if (await FindAsync(id, db, call, ct) is not { } finding) return Problems.NotFound("finding", id);
        if (call.Stale(finding.Version) is { } stale) return stale.Problem();
        if (decide(finding) is { } refusal) return refusal.Problem();
        db.Announce(finding, call);
        return TypedResults.Ok(FindingView.Of(finding));
    }

    private static async Task<Results<Ok<FindingView>, ProblemHttpResult>> Read(Guid id, OversightDb db, Call call, CancellationToken ct) =>
        await FindAsync(id, db, call, ct) is { } finding ? TypedResults.Ok(FindingView.Of(finding)) : Problems.NotFound("finding", id);

    private static async Task<Ok<Page<FindingView>>> List(Paging page, OversightDb db, Call call, CancellationToken ct)
    {
        var (all, agency) = (call.Caller.Has(Roles.Auditor), call.Caller.Agency);
        return TypedResults.Ok(await db.Findings.AsNoTracking().Where(f => f.ExerciseId == call.Exercise && (all || f.Agency == agency)).ToPageAsync(page, f => f.Id, FindingView.Of, ct));
    }

    private static async Task<Finding?> FindAsync(Guid id, OversightDb db, Call call, CancellationToken ct) =>
        await db.Findings.FindAsync([id], ct) is { } finding && (call.Caller.Has(Roles.Auditor) || finding.Agency == call.Caller.Agency) ? finding : null;

    internal static void Announce(this OversightDb db, Finding finding, Call call) => db.Append(finding.IncidentId ?? finding.Id, new FindingChanged(
        finding.Id, finding.IncidentId, finding.Kind, finding.Agency, finding.State, finding.OutageEvidence, call.Now));
}

/// <summary>A finding.</summary>
public sealed record FindingView(
    Guid Id, int Version, FindingKind Kind, FindingState State, Guid? IncidentId, string Agency, Guid EvidenceId, bool OutageEvidence, string? Reply, string? Reason,
    string? Action, DateTimeOffset RaisedAt) : IVersioned
{
    internal static FindingView Of(Finding f) => new(
        f.Id, f.Version, f.Kind, f.State, f.IncidentId, f.Agency, f.EvidenceId, f.OutageEvidence, f.Reply, f.Reason, f.Action, f.RaisedAt);
}
