using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Oversight.Findings;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Measures;

/// <summary>A cordon or evacuation on the review list: someone outside command looks at its ground, its size and its end.</summary>
internal sealed class MeasureReview
{
    private MeasureReview() { }

    /// <summary>The order.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public OrderKind Kind { get; private set; }
    public MeasureGround Ground { get; private set; }
    public string FromAgency { get; private set; } = "";
    public DateTimeOffset IssuedAt { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public DateTimeOffset? ReviewedAt { get; private set; }
    public bool? Justified { get; private set; }

    public static MeasureReview Of(OrderIssued e, Guid? exercise) => new()
    {
        Id = e.OrderId,
        ExerciseId = exercise,
        IncidentId = e.IncidentId,
        Kind = e.Kind,
        Ground = e.Ground,
        FromAgency = e.FromAgency,
        IssuedAt = e.IssuedAt,
        ExpiresAt = e.ExpiresAt,
    };

    public Refusal? Review(bool justified, string agency, DateTimeOffset at)
    {
        if (agency == FromAgency) return Refusal.Forbidden("own-measure", "Nobody reviews their own measure.");
        if (ReviewedAt is not null) return new Refusal("reviewed", "This measure was reviewed.");
        (ReviewedAt, Justified) = (at, justified);
        Version++;
        return null;
    }
}

/// <summary>Whether the measure was justified.</summary>
public sealed record ReviewMeasure(bool Justified);

internal static class ReviewMeasureCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/measure-reviews", List).WithName("listMeasureReviews").WithSummary("Cordons and evacuations, oldest first.").RequireRole(Roles.Auditor);
        routes.MapPost("/v1/measure-reviews/{id:guid}/review", Review).WithName("reviewMeasure").WithSummary("Says whether the measure was justified.").RequireRole(Roles.Auditor).RequireIfMatch();
    }

    private static async Task<Ok<Page<MeasureReviewView>>> List(Paging page, OversightDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.MeasureReviews.AsNoTracking().Where(m => m.ExerciseId == call.Exercise).ToPageAsync(page, m => m.Id, MeasureReviewView.Of, ct));

    private static async Task<Results<Ok<MeasureReviewView>, ProblemHttpResult>> Review(Guid id, ReviewMeasure request, OversightDb db, Call call, CancellationToken ct)
    {
        if (await db.MeasureReviews.FindAsync([id], ct) is not { } measure) return Problems.NotFound("measure", id);
        if (call.Stale(measure.Version) is { } stale) return stale.Problem();
        return measure.Review(request.Justified, call.Caller.Agency, call.Now) is { } refusal ? refusal.Problem() : TypedResults.Ok(MeasureReviewView.Of(measure));
    }
}

/// <summary>An order is a duty of its addressee, and if it is a measure it enters the review list.</summary>
internal sealed class OnOrderIssued(OversightDb db) : IHandle<OrderIssued>
{
    public async Task HandleAsync(OrderIssued e, EventContext context, CancellationToken ct)
    {
        if (await db.Duties.FindAsync([e.OrderId], ct) is null) db.Add(Duty.Of(e.OrderId, context.Exercise, e.IncidentId, e.FromAgency, e.ToAgency, outage: false));
        if (e.UnderReview && await db.MeasureReviews.FindAsync([e.OrderId], ct) is null) db.Add(MeasureReview.Of(e, context.Exercise));
    }
}

/// <summary>A measure on the review list.</summary>
public sealed record MeasureReviewView(
    Guid Id, int Version, Guid IncidentId, OrderKind Kind, MeasureGround Ground, string FromAgency, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? ReviewedAt, bool? Justified) : IVersioned
{
    internal static MeasureReviewView Of(MeasureReview m) => new(m.Id, m.Version, m.IncidentId, m.Kind, m.Ground, m.FromAgency, m.IssuedAt, m.ExpiresAt, m.ReviewedAt, m.Justified);
}
