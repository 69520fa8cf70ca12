using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Fills in the call before anything is decided: caller, exercise, time, expected version; and keeps the body's exact bytes.</summary>
internal sealed class CallMiddleware(RequestDelegate next, ExerciseTimes times, TimeProvider time, IServiceStore store)
{
    internal const string ExerciseHeader = "Coordination-Exercise";
    internal const int BodyLimit = 1024 * 1024;

    public async Task InvokeAsync(HttpContext http, Call call)
    {
        await RefreshAsync(http);
        if (Exercise(http, out var exercise) is { } refused)
        {
            await Problems.WriteAsync(http, refused);
            return;
        }
        if (Expected(http, out var expected) is { } badMatch)
        {
            await Problems.WriteAsync(http, badMatch);
            return;
        }
        var now = time.GetUtcNow();
        // What an agency reads is for it alone: no proxy keeps it, nor a browser's disk.
        if (http.User.Identity?.IsAuthenticated == true) http.Response.Headers.CacheControl = "no-store";
        call.Begin(Caller.From(http.User), exercise, times.Now(exercise, now), now, expected);
        call.IsReading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<ReadOnlyRoute>() is not null;
        call.Authorization = http.Request.Headers.Authorization.ToString() is { Length: > 0 } token ? token : null;
        call.Certificate = CertificateHeader.Of(http);
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) await KeepBodyAsync(http);
        await next(http);
    }

    /// <summary>Another replica may have heard of the exercise, or of its time, before this one.</summary>
    private Task RefreshAsync(HttpContext http) => store.IsShared && Guid.TryParse(Named(http), out var id)
        ? times.RefreshAsync(http.RequestServices.GetRequiredService<ServiceDb>(), id, http.RequestAborted)
        : Task.CompletedTask;

    private static string? Named(HttpContext http) =>
        http.Request.Headers[ExerciseHeader].ToString() is { Length: > 0 } header ? header : http.Request.Query["exercise"].ToString();

    private Refusal? Exercise(HttpContext http, out Guid? exercise)
    {
        exercise = null;
        if (http.Request.Headers[ExerciseHeader].ToString() is not { Length: > 0 } text) return null;
        if (!Guid.TryParse(text, out var id)) return Refusal.Invalid($"@{ExerciseHeader}", "uuid", "Must be the id of an exercise.");
        exercise = id;
        return times.Knows(id) ? null : new Refusal("exercise-unknown", "This service has not heard of the exercise yet; try again.", $"@{ExerciseHeader}");
    }

    private static Refusal? Expected(HttpContext http, out int? expected)
    {
        expected = null;
        var text = http.Request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            return http.GetEndpoint()?.Metadata.GetMetadata<IfMatchRequired>() is null
                ? null
                : new Refusal("if-match-required", "Say which version you decided on: If-Match with the ETag you read.", "@If-Match", 428);
        if (!int.TryParse(text.Trim().Trim('"'), out var version)) return Refusal.Invalid("@If-Match", "etag", "Must be an ETag that this region gave.");
        expected = version;
        return null;
    }

    private static async Task KeepBodyAsync(HttpContext http)
    {
        var most = http.GetEndpoint()?.Metadata.GetMetadata<XmlRoute>()?.Most ?? BodyLimit;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            // Who is still sending hears the answer only if the rest is read; Kestrel reads it, up to this.
            size.MaxRequestBodySize = http.Request.ContentLength > most ? 4 * most : most;
        if (http.Request.ContentLength > most) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        using var kept = new MemoryStream();
        await http.Request.Body.CopyToAsync(kept, http.RequestAborted);
        if (kept.Length > most) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        KeptBody.Keep(http, kept.ToArray());
    }
}
