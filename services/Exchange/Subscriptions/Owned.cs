using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Subscriptions;

/// <summary>An agency's own subscriptions: those of others do not exist for it, and those of an exercise only within it.</summary>
internal static class Owned
{
    /// <summary>Who looks after an agency's subscriptions.</summary>
    internal static readonly string[] Keepers = [Roles.Integration, Roles.Operator];

    internal static IQueryable<Subscription> By(this IQueryable<Subscription> all, Call call) => all.Where(s => s.Agency == call.Caller.Agency && s.ExerciseId == call.Exercise);

    internal static Task<Subscription?> OwnAsync(this IQueryable<Subscription> all, Guid id, Call call, CancellationToken ct) => all.By(call).FirstOrDefaultAsync(s => s.Id == id, ct);
}
