using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Contract = Coordination.Rpc.Command.V1;

namespace Coordination.PublicInformation.Statements;

/// <summary>A statement's facts beside the record of who answers for them.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Facts">In the statement's order.</param>
public sealed record FactsCompared(Guid StatementId, IReadOnlyList<FactCompared> Facts);

/// <summary>One fact.</summary>
/// <param name="Source">What kind of entry it comes from.</param>
/// <param name="SourceId">The entry.</param>
/// <param name="Standing">How it stands now.</param>
public sealed record FactCompared(FactSource Source, Guid SourceId, FactStanding Standing);

/// <summary>How a fact stands.</summary>
public enum FactStanding
{
    /// <summary>Command's record has it, for this incident, and it is current.</summary>
    Holds,
    /// <summary>The record has it, but something newer stands in its place, or the decision is no longer in force.</summary>
    Outdated,
    /// <summary>The record has it for another incident.</summary>
    OtherIncident,
    /// <summary>The record has no such entry.</summary>
    Unknown,
    /// <summary>It comes from elsewhere: its source is compared by hand.</summary>
    NotOfCommand,
}

/// <summary>Asks Command for each fact that comes from its record. An officer looks at it before saying that the facts are checked.</summary>
internal static class CompareFactsCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/statements/{id:guid}/facts", Handle)
        .WithName("compareFacts").WithSummary("A statement's facts beside Command's record of them.").RequireRole(Roles.PublicInformationOfficer, Roles.Approver);

    private static async Task<Results<Ok<FactsCompared>, ProblemHttpResult>> Handle(Guid id, PublicInformationDb db, Call call, Peers peers, CancellationToken ct)
    {
        if (await db.Statements.FindAsync([id], ct) is not { } statement || statement.ExerciseId != call.Exercise) return Problems.NotFound("statement", id);
        var asked = await Task.WhenAll(statement.Facts.Select(f => AskAsync(f, peers, ct)));
        if (Array.Find(asked, a => a.Refusal is { Status: not 404 }) is { } failed) return failed.Refusal!.Problem();
        return TypedResults.Ok(new FactsCompared(id, [.. statement.Facts.Zip(asked, (f, a) => new FactCompared(f.Source, f.SourceId, Standing(f, a, statement.IncidentId)))]));
    }

    private static bool IsOfCommand(FactSource source) => source is FactSource.CasualtyLedger or FactSource.Decision;

    private static async Task<PeerAnswer<Contract.Fact>> AskAsync(Fact fact, Peers peers, CancellationToken ct) =>
        IsOfCommand(fact.Source) ? await peers.AskAsync<Contract.Fact>(null, new Contract.CheckFactRequest { Id = fact.SourceId.ToString() }, ct) : new(null, null);

    private static FactStanding Standing(Fact fact, PeerAnswer<Contract.Fact> asked, Guid? incident)
    {
        if (!IsOfCommand(fact.Source)) return FactStanding.NotOfCommand;
        if (asked.Answer is not { } entry || entry.Kind != fact.Source.ToString()) return FactStanding.Unknown;
        if (incident is { } about && entry.HasIncidentId && entry.IncidentId != about.ToString()) return FactStanding.OtherIncident;
        return entry.IsCurrent ? FactStanding.Holds : FactStanding.Outdated;
    }
}
