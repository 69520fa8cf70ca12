using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

/// <summary>What the parties agree on. An oral agreement is recorded the same way.</summary>
/// <param name="Terms">In words; sealed.</param>
/// <param name="Instalments">What is owed when.</param>
/// <param name="IsOral">True when it is made orally (人民调解法 Art. 28).</param>
public sealed record DraftAgreement([property: Text(10000)] string Terms, [property: Items(0, 60)] IReadOnlyList<DraftInstalment> Instalments, bool IsOral = false);

/// <summary>A part of what is owed.</summary>
/// <param name="DueAt">Until when.</param>
/// <param name="AmountMinor">For a payment, in minor units of the currency.</param>
/// <param name="Kind">What is owed.</param>
public sealed record DraftInstalment(DateTimeOffset DueAt, [property: Range(1L, 1_000_000_000_000L)] long? AmountMinor = null, ObligationKind Kind = ObligationKind.Payment);

internal static class DraftAgreementSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/agreements", Handle)
        .WithName("draftAgreement").WithSummary("Writes down what the parties agree on.").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<AgreementView>, ProblemHttpResult>> Handle(Guid id, DraftAgreement body, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        var (agreement, refusal) = Agreement.Write(found, body, box.Seal(body.Terms), call.Now);
        if (agreement is null) return refusal!.Problem();
        db.Add(agreement);
        return TypedResults.Created($"/v1/agreements/{agreement.Id}", AgreementView.Of(agreement));
    }
}
