using Coordination.Command.Jurisdictions;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Notices;

/// <summary>A notice of an incident. Its recipients learn what it says, and nothing else of the incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Text">In words; no names of persons.</param>
/// <param name="Purpose">What is asked of its recipients.</param>
/// <param name="Agencies">Agencies that are notified.</param>
/// <param name="Jurisdictions">Neighbours and levels above: the bodies on duty there are notified.</param>
public sealed record IssueNotice(
    Guid IncidentId, [property: Text(1000)] string Text, NoticePurpose Purpose = NoticePurpose.Information,
    [property: Items(0, 50)] IReadOnlyList<string>? Agencies = null, [property: Items(0, 20)] IReadOnlyList<string>? Jurisdictions = null);

internal static class IssueNoticeCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/notices", Handle).WithName("issueNotice").IsLifeSafety()
        .WithSummary("Notifies neighbours, departments or the level above of an incident, and starts the clocks of their receipts.").RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Created<NoticeView>, ProblemHttpResult>> Handle(
        IssueNotice body, CommandDb db, JurisdictionPackage package, NoticeClocks clocks, Call call, CancellationToken ct)
    {
        if (body.Agencies?.Any(a => !Code.Is(a)) == true) return Code.Refuse("/agencies").Problem();
        var (incident, unknown) = await IncidentAtHand.FindAsync(body.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        var (bodies, nobody) = OnDuty(await db.TreeAsync(package, call, ct), body.Jurisdictions ?? [], call.Caller.Agency);
        if (nobody is not null) return nobody.Problem();
        var text = new NoticeText(body.Purpose, body.Text, call.Caller.Agency, call.Now);
        var (notice, refusal) = Notice.Issue(incident.Id, call.Exercise, text, [.. body.Agencies ?? [], .. bodies]);
        if (notice is null) return refusal!.Problem();
        await db.SendAsync(notice, incident.Scope(), clocks, ct);
        return TypedResults.Created($"/v1/notices/{notice.Id}", NoticeView.Of(notice));
    }

    /// <summary>A notice goes out: it is kept, the region hears of it, and the clocks of its receipts run.</summary>
    internal static async Task SendAsync(this CommandDb db, Notice notice, ClockScope scope, NoticeClocks clocks, CancellationToken ct)
    {
        db.Add(notice);
        db.Append(notice.IncidentId, new NoticeIssued(notice.Id, notice.IncidentId, notice.Texts[0].Purpose, notice.FromAgency, notice.Agencies, notice.IssuedAt));
        await clocks.IssuedAsync(notice, scope, ct);
    }

    /// <summary>The bodies on duty at each of the nodes; the sender who keeps the duty there too is not notified by itself.</summary>
    private static (IReadOnlyList<string>, Refusal?) OnDuty(JurisdictionTree tree, IReadOnlyList<string> nodes, string itself)
    {
        var bodies = new List<string>();
        foreach (var node in nodes)
        {
            if (tree.Find(node) is null) return ([], Refusal.Invalid("/jurisdictions", "unknown-jurisdiction", $"There is no node {node} in the tree now."));
            var others = tree.ReportChain(node).Where(s => s.Jurisdiction == node).SelectMany(s => s.Agencies).Where(a => a != itself).ToList();
            if (others.Count == 0) return ([], Refusal.Invalid("/jurisdictions", "nobody-on-duty", $"No other agency keeps the duty in {node}: name an agency."));
            bodies.AddRange(others);
        }
        return (bodies, null);
    }
}
