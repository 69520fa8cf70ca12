using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>
/// Surrounds every use case. A change runs in one transaction that holds state, events, clocks and the idempotency row, and is durable before the
/// answer leaves; anything but a 2xx leaves nothing behind.
/// </summary>
internal sealed class WriteFilter(
    IWriteLane lane, WriteScope writes, IServiceScopeFactory scopes, IdempotencyKeys keys, ClockRunner clocks, ExerciseTimes times, AccessLog accesses, TimeProvider time) : IEndpointFilter
{
    private static readonly FixedQuery<Func<ServiceDb, string, string, CancellationToken, Task<IdempotencyRow?>>> Row = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string caller, string key, CancellationToken ct) => db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefault(r => r.Caller == caller && r.Key == key)));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var call = http.RequestServices.GetRequiredService<Call>();
        var metadata = http.GetEndpoint()!.Metadata;
        if (QueryRules.Check(http) is { } odd) return odd.Problem();
        if (metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type
            && context.Arguments.FirstOrDefault(a => a is not null && type.IsInstanceOfType(a)) is { } body
            && InputRules.Check(body, call.Now) is { Count: > 0 } wrong)
            return Problems.Of(wrong);
        if (call.IsReading)
            return await Answer.WithETagAsync(http, await NotedAsync(http, call, await next(context)));
        if (IdempotencyKeys.Read(http, call, out var key) is { } refusal) return refusal.Problem();
        if (!lane.IsSerial) key ??= IdempotencyKeys.Witness();
        await clocks.CatchUpAsync(call.Exercise, http.RequestAborted);
        using var turn = await keys.EnterAsync(key, http.RequestAborted);
        if (turn is null) return new ProblemWithRetry(new Refusal("idempotency-in-flight", "The first call with this key is still running; ask again.", "@Idempotency-Key"));
        var answer = await lane.RunAsync(t => DecideAsync(t, context, next, call, key), http.RequestAborted);
        Failpoint.Hit("call.before-answer");
        return answer;
    }

    /// <summary>What is told of others' things is in their access log before it is told.</summary>
    private async Task<object?> NotedAsync(HttpContext http, Call call, object? answer)
    {
        var inner = answer is INestedHttpResult nested ? nested.Result : answer;
        var tells = call is { Seen.Count: > 0, Caller.Agency.Length: > 0 } && inner is not IStatusCodeHttpResult { StatusCode: >= 400 };
        if (tells) await accesses.NoteAsync(http.RequestServices.GetRequiredService<ServiceDb>(), Reading.Of(http, call), call, http.RequestAborted);
        return answer;
    }

    private async Task<object?> DecideAsync(WriteTransaction transaction, EndpointFilterInvocationContext context, EndpointFilterDelegate next, Call call, IdempotencyKey? key)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<ServiceDb>();
        transaction.Join(db);
        http.RequestServices.GetRequiredService<AfterCommit>().Bind(transaction);
        if (transaction.MayBeDone && await BeforeAsync(transaction, http, key) is { } before) return before;
        if (!lane.IsSerial && call.Exercise is { } exercise) await times.RefreshAsync(db, exercise, http.RequestAborted);
        call.Refresh(times, time);
        Failpoint.Hit("call.before-decision");
        var answer = await Answer.CaptureAsync(http, await next(context));
        Failpoint.Hit("call.after-decision");
        if (answer.IsSuccess && Strangers(db, call) is { } mixed) answer = await Answer.CaptureAsync(http, mixed.Problem());
        if (!answer.IsSuccess)
        {
            // A call that comes again is often refused, because its first time did what it asks for.
            if (!transaction.MayBeDone && await BeforeAsync(transaction, http, key) is { } first) return first;
            transaction.Undo();
            return answer;
        }
        if (key is not null) db.Add((Seal(http) is { } box ? answer.Sealed(box) : answer).ToRow(key, call.RealNow));
        await writes.SaveAsync(transaction, db, http.RequestAborted, isLast: true);
        Failpoint.Hit("call.answer-stored");
        return answer;
    }

    /// <summary>What a call of this key was answered before; null when it is the first.</summary>
    private async Task<object?> BeforeAsync(WriteTransaction transaction, HttpContext http, IdempotencyKey? key)
    {
        if (key is null || await StoredAsync(transaction, key, http.RequestAborted) is not { } before) return null;
        transaction.Undo();
        return key.IsOf(before.Fingerprint)
            ? Seal(http) is { } box ? Answer.Of(before).Opened(box) : Answer.Of(before)
            : new Refusal("idempotency-key-reused", "This key was used for another call.", "@Idempotency-Key", 422).Problem();
    }

    /// <summary>Null where the answer is kept as it is.</summary>
    private static ISecretBox? Seal(HttpContext http) =>
        http.GetEndpoint()!.Metadata.GetMetadata<SealedAnswer>() is null ? null : http.RequestServices.GetRequiredService<ISecretBox>();

    /// <summary>Where others write at once it looks from outside the transaction: a look at a missing key would stand in the way of every other new key.</summary>
    private async Task<IdempotencyRow?> StoredAsync(WriteTransaction transaction, IdempotencyKey key, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        if (lane.IsSerial) transaction.Join(db);
        return await Row.In(db)(db, key.Caller, key.Key, ct);
    }

    /// <summary>Nothing of an exercise touches the real thing, or another exercise.</summary>
    private static Refusal? Strangers(ServiceDb db, Call call) => db.ChangeTracker.Entries()
        .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is not (Clock or JournalEntry))
        .Any(e => e.Metadata.FindProperty("ExerciseId") is { } p && p.ClrType == typeof(Guid?) && !Equals(e.Property("ExerciseId").CurrentValue, call.Exercise))
            ? Refusal.OtherExercise
            : null;
}

internal sealed class ProblemWithRetry(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, refusal);
}
