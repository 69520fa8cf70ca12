using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Mediation.Sessions;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

/// <summary>More parties, reached through those who applied.</summary>
public sealed record AddParties(PartySide Side, [property: Items(1, 100)] IReadOnlyList<NamedParty> Parties);

/// <summary>A party's own answer.</summary>
public sealed record AnswerConsent(bool Agree);

/// <summary>Who is in the case, and whether they want to be.</summary>
internal static class AskParties
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/mediation-cases/{id:guid}/parties", Add).WithName("addParties").WithSummary("Adds parties; each may then be asked once.").RequireRole(Roles.Mediator);
        routes.MapGet("/v1/mediation-cases/{id:guid}/parties", List).WithName("listParties").WithSummary("The parties and their consent.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/parties/{id:guid}/ask", (Guid id, MediationDb db, Call call, CancellationToken ct) => MoveAsync(id, db, call, (p, _) => p.Ask(call.Now), ct))
            .WithName("askParty").WithSummary("Asks a party to take part: once.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/parties/{id:guid}/answer", (Guid id, AnswerConsent request, MediationDb db, Call call, CancellationToken ct) =>
                MoveAsync(id, db, call, (p, _) => request.Agree ? p.Agree(call.Now) : p.Refuse(call.Now), ct))
            .WithName("answerConsent").WithSummary("Records a party's own answer; a refusal comes with a rights notice.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/parties/{id:guid}/represent", (Guid id, MediationDb db, Call call, CancellationToken ct) => MoveAsync(id, db, call, (p, all) => p.Represent(all), ct))
            .WithName("representSide").WithSummary("A party was chosen by its side to speak for it; five at most.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/parties/{id:guid}/withdraw", Withdraw).WithName("withdrawConsent").WithSummary("A party takes its consent back; a session under way ends at once.").RequireRole(Roles.Mediator);
    }

    private static async Task<Results<Created<IReadOnlyList<Guid>>, ProblemHttpResult>> Add(Guid id, AddParties request, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (found.IsOver) return new Refusal("case-over", "The case is over.").Problem();
        var added = request.Parties.Select(p => Party.Join(found, request.Side, box.Seal(p.Name), box.Seal(p.Contact), applied: false, call.Now)).ToList();
        db.AddRange(added);
        return TypedResults.Created($"/v1/mediation-cases/{id}/parties", (IReadOnlyList<Guid>)[.. added.Select(p => p.Id)]);
    }

    private static async Task<Results<Ok<Page<PartyView>>, ProblemHttpResult>> List(Guid id, Paging page, MediationDb db, ISecretBox box, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.Parties.AsNoTracking().Where(p => p.CaseId == id).ToPageAsync(page, p => p.Id, p => PartyView.Of(p, box), ct));

    private static async Task<Results<Ok<PartyView>, ProblemHttpResult>> MoveAsync(
        Guid id, MediationDb db, Call call, Func<Party, IReadOnlyCollection<Party>, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Parties.FindAsync([id], ct) is not { } party || await db.CaseAsync(party.CaseId, call, ct) is not { } found) return Problems.NotFound("party", id);
        if (found.IsOver) return new Refusal("case-over", "The case is over.").Problem();
        return decide(party, await db.PartiesAsync(party.CaseId, ct)) is { } refusal ? refusal.Problem() : TypedResults.Ok(PartyView.Of(party, null));
    }

    private static async Task<Results<Ok<PartyView>, ProblemHttpResult>> Withdraw(Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Parties.FindAsync([id], ct) is not { } party || await db.CaseAsync(party.CaseId, call, ct) is not { } found) return Problems.NotFound("party", id);
        if (party.Withdraw(call.Now) is { } refusal) return refusal.Problem();
        foreach (var session in await db.Sessions.Where(s => s.CaseId == found.Id && s.State == SessionState.Held).ToListAsync(ct)) session.EndByWithdrawal(call.Now);
        var parties = await db.PartiesAsync(found.Id, ct);
        if (parties.All(p => p.Side != party.Side || p.Consent != PartyConsent.Given) && found.Withdraw() is null)
        {
            db.Count(found, MediationOutcome.Withdrawn, call);
            await clocks.StopClocksAsync(found, call, ct);
        }
        return TypedResults.Ok(PartyView.Of(party, null));
    }
}

/// <summary>A party. Name and contact are shown to the committee that has the case, and only in the list.</summary>
public sealed record PartyView(
    Guid Id, int Version, PartySide Side, PartyConsent Consent, bool IsRepresentative, DateTimeOffset? RightsNotifiedAt, string? Name, string? Contact, IReadOnlyList<ConsentEntry> ConsentLog) : IVersioned
{
    internal static PartyView Of(Party p, ISecretBox? box) => new(
        p.Id, p.Version, p.Side, p.Consent, p.IsRepresentative, p.RightsNotifiedAt, box is null || p.Name.Length == 0 ? null : box.Open(p.Name),
        box is null || p.Contact.Length == 0 ? null : box.Open(p.Contact), p.ConsentLog);
}
