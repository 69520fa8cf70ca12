using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Platform;

/// <summary>An answer as bytes, so that it can be stored with its effect and given again.</summary>
internal sealed record Answer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body) : IResult
{
    internal bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Runs a slice's result against a buffer instead of the connection.</summary>
    internal static async Task<Answer> CaptureAsync(HttpContext http, object? result)
    {
        result = await WithETagAsync(http, result);
        var wire = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await (result switch
            {
                IResult r => r,
                null => TypedResults.NoContent(),
                _ => TypedResults.Ok(result),
            }).ExecuteAsync(http);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            var headers = http.Response.Headers;
            return new(http.Response.StatusCode, http.Response.ContentType, Text(headers.Location), Text(headers.ETag), buffer.ToArray());
        }
        finally
        {
            http.Response.Body = wire;
            http.Response.Clear();
        }
    }

    internal static ValueTask<object?> WithETagAsync(HttpContext http, object? result)
    {
        var inner = result is INestedHttpResult nested ? nested.Result : result;
        if (inner is ProblemHttpResult { StatusCode: StatusCodes.Status503ServiceUnavailable }) http.Response.Headers.RetryAfter = "1";
        if ((inner is IValueHttpResult value ? value.Value : inner) is IVersioned versioned) http.Response.Headers.ETag = $"\"{versioned.Version}\"";
        return ValueTask.FromResult(result);
    }

    internal static Answer Of(IdempotencyRow row) => new(row.Status, row.ContentType, row.Location, row.ETag, row.Body);

    internal IdempotencyRow ToRow(IdempotencyKey key, DateTimeOffset now) => new()
    {
        Caller = key.Caller,
        Key = key.Key,
        Fingerprint = key.Fingerprint,
        Status = Status,
        ContentType = ContentType,
        Location = Location,
        ETag = ETag,
        Body = Body,
        CreatedAt = now,
    };

    /// <summary>As it is kept where it holds a secret.</summary>
    internal Answer Sealed(ISecretBox box) => this with { Body = box.Seal(Encoding.UTF8.GetString(Body)) };

    internal Answer Opened(ISecretBox box) => this with { Body = Encoding.UTF8.GetBytes(box.Open(Body)) };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (ContentType is not null) response.ContentType = ContentType;
        if (Location is not null) response.Headers.Location = Location;
        if (ETag is not null) response.Headers.ETag = ETag;
        if (Body.Length > 0) response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }

    private static string? Text(Microsoft.Extensions.Primitives.StringValues value) => value.Count == 0 ? null : value.ToString();
}
