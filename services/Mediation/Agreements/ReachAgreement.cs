using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Mediation.Agreements;

/// <summary>What they agreed, in words that are sealed, and what is owed when. An oral agreement is recorded the same way.</summary>
public sealed record DraftAgreement([property: Text(10000)] string Terms, [property: Items(0, 60)] IReadOnlyList<DraftInstalment> Instalments, bool IsOral = false);

/// <summary>A part of what is owed. Amount in minor units of the currency.</summary>
public sealed record DraftInstalment(DateTimeOffset DueAt, [property: System.ComponentModel.DataAnnotations.Range(1L, 1_000_000_000_000L)] long AmountMinor);

/// <summary>Parties that sign, or apply together.</summary>
public sealed record SigningParties([property: Items(1, 200)] IReadOnlyList<Guid> PartyIds);

/// <summary>What the court decided.</summary>
public sealed record DecideConfirmation(bool Confirmed);

/// <summary>The instalment that was paid.</summary>
public sealed record PayInstalment([property: System.ComponentModel.DataAnnotations.Range(1, 60)] int Number);

/// <summary>From a draft to an agreement in effect, its confirmation and its performance.</summary>
internal static class ReachAgreement
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/mediation-cases/{id:guid}/agreements", Draft).WithName("draftAgreement").WithSummary("Writes down what the parties agree on.").RequireRole(Roles.Mediator);
        routes.MapGet("/v1/agreements/{id:guid}", Read).WithName("readAgreement").WithSummary("One agreement, without its words.").RequireRole(Roles.Mediator);
        With<SigningParties>("sign", "Parties sign, or say yes on record.", (a, r, x) => a.Sign(r.PartyIds, x.Parties));
        Step("take-effect", "The mediator signs and seals: it binds.", TakeEffect);
        Step("offer-confirmation", "Judicial confirmation is offered.", (a, _) => a.OfferConfirmation());
        With<SigningParties>("apply", "Parties apply together for confirmation.", (a, r, x) => a.Apply(r.PartyIds, x.Call.Now));
        With<DecideConfirmation>("decide", "The court confirmed it, or not.", (a, r, _) => a.Decide(r.Confirmed));
        Step("perform", "Performance begins; each instalment has its clock.", BeginPerformance);
        With<PayInstalment>("pay", "An instalment was paid.", (a, r, x) => a.Pay(r.Number, x.Call.Now));
        Step("complete", "All of it was performed.", Complete);
        Step("notify-rights", "After a breach: enforcement if confirmed, else court.", (a, _) => a.NotifyRights());

        void Step(string verb, string summary, Func<Agreement, Scene, Refusal?> decide) =>
            routes.MapPost($"/v1/agreements/{{id:guid}}/{verb}", (Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct) => HandleAsync(id, db, clocks, call, decide, ct))
                .WithName(Name(verb)).WithSummary(summary).RequireRole(Roles.Mediator).RequireIfMatch();

        void With<TRequest>(string verb, string summary, Func<Agreement, TRequest, Scene, Refusal?> decide) =>
            routes.MapPost($"/v1/agreements/{{id:guid}}/{verb}", (Guid id, TRequest request, MediationDb db, Clocks clocks, Call call, CancellationToken ct) =>
                    HandleAsync(id, db, clocks, call, (a, x) => decide(a, request, x), ct))
                .WithName(Name(verb)).WithSummary(summary).RequireRole(Roles.Mediator).RequireIfMatch();
    }

    private static async Task<Results<Created<AgreementView>, ProblemHttpResult>> Draft(Guid id, DraftAgreement request, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        var (agreement, refusal) = Agreement.Write(found, request, box.Seal(request.Terms), call.Now);
        if (agreement is null) return refusal!.Problem();
        db.Add(agreement);
        return TypedResults.Created($"/v1/agreements/{agreement.Id}", AgreementView.Of(agreement));
    }

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, MediationDb db, Clocks clocks, Call call, Func<Agreement, Scene, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Agreements.FindAsync([id], ct) is not { } agreement || await db.CaseAsync(agreement.CaseId, call, ct) is not { } found) return Problems.NotFound("agreement", id);
        if (call.Stale(agreement.Version) is { } stale) return stale.Problem();
        if (decide(agreement, new Scene(found, await db.PartiesAsync(found.Id, ct), db, clocks, call)) is { } refusal) return refusal.Problem();
        if (agreement.State is AgreementState.Applied) await clocks.StopAsync("agreement.confirmation", id, call.Now, ct);
        foreach (var paid in agreement.Instalments.Where(i => i.State == InstalmentState.Paid)) await clocks.StopAsync("agreement.instalment", paid.Id, paid.PaidAt!.Value, ct);
        if (found.State == CaseState.AgreementReached) await clocks.StopClocksAsync(found, call, ct);
        return TypedResults.Ok(AgreementView.Of(agreement));
    }

    private static Refusal? TakeEffect(Agreement agreement, Scene x)
    {
        if (agreement.TakeEffect(x.Call.Now) is { } no) return no;
        if (x.Case.Agree() is { } stuck) return stuck;
        x.Clocks.Start("agreement.confirmation", agreement.Id, x.Case.Id, x.Call.Now);
        foreach (var followUp in FollowUp.After(agreement))
        {
            x.Db.Add(followUp);
            x.Clocks.Start(followUp.ClockKey, followUp.Id, x.Case.Id, x.Call.Now);
        }
        x.Db.Count(x.Case, MediationOutcome.Agreed, x.Call);
        return null;
    }

    private static Refusal? BeginPerformance(Agreement agreement, Scene x)
    {
        if (agreement.BeginPerformance() is { } no) return no;
        if (x.Case.BeginPerformance() is { } stuck) return stuck;
        foreach (var i in agreement.Instalments) x.Clocks.Start("agreement.instalment", i.Id, agreement.Id, x.Call.Now, due: i.DueAt);
        return null;
    }

    private static Refusal? Complete(Agreement agreement, Scene x)
    {
        if (agreement.Perform() is { } no) return no;
        if (x.Case.Perform() is { } stuck) return stuck;
        x.Db.Count(x.Case, MediationOutcome.Performed, x.Call);
        return null;
    }

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> Read(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.Agreements.FindAsync([id], ct) is { } agreement && await db.CaseAsync(agreement.CaseId, call, ct) is not null
            ? TypedResults.Ok(AgreementView.Of(agreement))
            : Problems.NotFound("agreement", id);

    private static string Name(string verb) => $"agreement{string.Concat(verb.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]))}";

    private sealed record Scene(Case Case, List<Party> Parties, MediationDb Db, Clocks Clocks, Call Call);
}

/// <summary>An instalment was not paid in time: agreement and case are broken, and a rights notice is owed.</summary>
internal sealed class OnInstalmentMissed(MediationDb db, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Agreements.FindAsync([clock.Subject], ct) is not { } agreement || agreement.Miss(clock.EntityId) is not null) return;
        if (await db.Cases.FindAsync([agreement.CaseId], ct) is { } found && found.Breach() is null) db.Count(found, MediationOutcome.Breached, call);
    }
}

/// <summary>An agreement without its words.</summary>
public sealed record AgreementView(
    Guid Id, int Version, Guid CaseId, AgreementState State, bool IsOral, IReadOnlyList<Guid> Signatures, IReadOnlyList<Guid> ConfirmationApplicants,
    IReadOnlyList<Instalment> Instalments, DateTimeOffset? EffectiveAt, bool WasConfirmed) : IVersioned
{
    internal static AgreementView Of(Agreement a) => new(
        a.Id, a.Version, a.CaseId, a.State, a.IsOral, a.Signatures, a.ConfirmationApplicants, a.Instalments, a.EffectiveAt, a.WasConfirmed);
}
