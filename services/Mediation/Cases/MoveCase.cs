using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Mediation.Cases;

/// <summary>What else is open to the parties.</summary>
public sealed record NotifyRights([property: Items(1, 5)] IReadOnlyList<RightsPath> Paths);

/// <summary>What the family was told.</summary>
public sealed record ExplainRights([property: Items(1, 4)] IReadOnlyList<PatientRight> Items);

/// <summary>How many were referred to legal aid, or for hardship.</summary>
public sealed record ReferParties([property: System.ComponentModel.DataAnnotations.Range(0, 1000)] int LegalAid, [property: System.ComponentModel.DataAnnotations.Range(0, 1000)] int Hardship);

/// <summary>The steps of a case from screening to its end.</summary>
internal static class MoveCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step("screen", "It can be mediated.", (c, _, _) => c.Screen());
        Step("ask-consent", "The others may be asked; for a medical dispute only once the family knows its rights.", (c, _, _) => c.AskConsent());
        Step("accept", "Taken on, for those who agree.", (c, parties, call) => c.Accept(parties, call.Now));
        Step("suspend", "Waits for an appraisal; the time stands still.", (c, _, _) => c.Suspend());
        Step("resume", "Goes on; the end moves by exactly the pause.", (c, _, _) => c.Resume());
        Step("refer-out", "Another procedure has it.", (c, _, _) => c.ReferOut(), MediationOutcome.ReferredOut);
        Step("decline", "Not taken on.", (c, _, _) => c.Decline(), MediationOutcome.Withdrawn);
        Step("withdraw", "The applicants take it back.", (c, _, _) => c.Withdraw(), MediationOutcome.Withdrawn);
        Step("no-agreement", "It ends without agreement.", (c, _, _) => c.EndWithoutAgreement(), MediationOutcome.NotAgreed);
        Step("close", "Closed; personal data will be destroyed in time.", (c, _, call) => c.Close(call.Now));
        With<NotifyRights>("notify-rights", "Tells the parties what else is open to them.", (c, r) => c.NotifyRights(r.Paths));
        With<ExplainRights>("explain-rights", "Records what the family was told (条例701 Art. 23).", (c, r) => c.ExplainRights(r.Items));
        With<ReferParties>("refer", "Counts referrals to legal aid or for hardship.", (c, r) => { c.Refer(r.LegalAid, r.Hardship); return null; });

        void Step(string verb, string summary, Func<Case, IReadOnlyCollection<Party>, Call, Refusal?> decide, MediationOutcome? counts = null) =>
            routes.MapPost($"/v1/mediation-cases/{{id:guid}}/{verb}", (Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct) =>
                    HandleAsync(id, db, clocks, call, decide, counts, ct))
                .WithName(Name(verb)).WithSummary(summary).RequireRole(Roles.Mediator).RequireIfMatch();

        void With<TRequest>(string verb, string summary, Func<Case, TRequest, Refusal?> decide) =>
            routes.MapPost($"/v1/mediation-cases/{{id:guid}}/{verb}", (Guid id, TRequest request, MediationDb db, Clocks clocks, Call call, CancellationToken ct) =>
                    HandleAsync(id, db, clocks, call, (c, _, _) => decide(c, request), null, ct))
                .WithName(Name(verb)).WithSummary(summary).RequireRole(Roles.Mediator).RequireIfMatch();
    }

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> HandleAsync(
        Guid id, MediationDb db, Clocks clocks, Call call, Func<Case, IReadOnlyCollection<Party>, Call, Refusal?> decide, MediationOutcome? counts, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (call.Stale(found.Version) is { } stale) return stale.Problem();
        var before = found.State;
        if (decide(found, await db.PartiesAsync(id, ct), call) is { } refusal) return refusal.Problem();
        await RunClocksAsync(found, before, clocks, call, ct);
        if (counts is { } outcome) db.Count(found, outcome, call);
        return TypedResults.Ok(CaseView.Of(found));
    }

    private static async Task RunClocksAsync(Case found, CaseState before, Clocks clocks, Call call, CancellationToken ct)
    {
        if (before == found.State) return;
        switch (found.State)
        {
            case CaseState.Screened:
                await clocks.StopAsync("mediation.screen", found.Id, call.Now, ct);
                clocks.Start("mediation.accept", found.Id, found.Id, call.Now);
                break;
            case CaseState.Accepted:
                await clocks.StopAsync("mediation.accept", found.Id, call.Now, ct);
                clocks.Start("mediation.completion", found.Id, found.Id, call.Now, new ClockScope(Category: $"{found.Kind}"));
                break;
            case CaseState.Suspended: await clocks.PauseAsync("mediation.completion", found.Id, "appraisal", call.Now, ct); break;
            case CaseState.InSession when before == CaseState.Suspended: await clocks.ResumeAsync("mediation.completion", found.Id, call.Now, ct); break;
            case CaseState.Closed: clocks.Start("mediation.retention", found.Id, found.Id, call.Now); break;
            default:
                if (found.IsOver) await clocks.StopClocksAsync(found, call, ct);
                break;
        }
    }

    private static string Name(string verb) => $"case{string.Concat(verb.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]))}";
}

/// <summary>The time for an agreement is over: there is none, and the parties are owed a rights notice. Nothing else follows for anyone.</summary>
internal sealed class OnCompletionOverdue(MediationDb db, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Cases.FindAsync([clock.EntityId], ct) is { } found && found.EndWithoutAgreement() is null) db.Count(found, MediationOutcome.NotAgreed, call);
    }
}

/// <summary>The time for keeping personal data is over: it is destroyed.</summary>
internal sealed class OnRetentionOver(MediationDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        (await db.Cases.FindAsync([clock.EntityId], ct))?.DestroyPersonalData();
        foreach (var party in await db.PartiesAsync(clock.EntityId, ct)) party.DestroyPersonalData();
        foreach (var session in await db.SessionsAsync(clock.EntityId, ct)) session.DestroyPersonalData();
        await db.DestroyNotesAsync(clock.EntityId, ct);
    }
}
