using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>More parties, reached through those who applied.</summary>
/// <param name="Side">Their side.</param>
/// <param name="Parties">Up to 100 at a time.</param>
public sealed record AddParties(PartySide Side, [property: Items(1, 100)] IReadOnlyList<NamedParty> Parties);

/// <summary>The parties that were added.</summary>
/// <param name="PartyIds">In the order they were named.</param>
public sealed record AddedParties(IReadOnlyList<Guid> PartyIds);

internal static class AddPartiesSlice
{
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/parties", Handle)
        .WithName("addParties").WithSummary("Adds parties; each is asked once. Who is in the case already, or refused, is not added again.").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<AddedParties>, ProblemHttpResult>> Handle(Guid id, AddParties body, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (found.IsOver || found.DestroyedAt is not null) return new Refusal("case-over", "The case is over.").Problem();
        var parties = await db.PartiesAsync(id, ct);
        if (parties.Count + body.Parties.Count > Most) return new Refusal("parties-limit", $"A case has at most {Most} parties.").Problem();
        var known = parties.Select(p => Same(box.Open(p.Name), box.Open(p.Contact))).ToHashSet();
        for (var i = 0; i < body.Parties.Count; i++)
            if (!known.Add(Same(body.Parties[i].Name, body.Parties[i].Contact)))
                return Refusal.Invalid($"/parties/{i}", "asked-once", "This party is in the case already; nobody is asked twice.").Problem();
        var ids = InOrder.Ids(body.Parties.Count);
        var added = body.Parties.Select((p, i) => Party.Join(found, body.Side, box.Seal(p.Name), box.Seal(p.Contact), applied: false, call.Now, ids[i])).ToList();
        db.AddRange(added);
        return TypedResults.Created($"/v1/mediation-cases/{id}/parties", new AddedParties([.. added.Select(p => p.Id)]));
    }

    private static (string, string) Same(string name, string contact) => (name.Trim().ToUpperInvariant(), contact.Trim().ToUpperInvariant());
}
