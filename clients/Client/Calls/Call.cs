namespace Coordination.Client.Calls;

/// <summary>One call, as it is sent however often.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">What is sent, or null.</param>
/// <param name="Version">The version that the caller decided on, or null.</param>
/// <param name="Key">Its <c>Idempotency-Key</c>; null where it changes nothing.</param>
internal sealed record Call(HttpMethod Method, string Path, byte[]? Body = null, int? Version = null, string? Key = null)
{
    internal HttpRequestMessage ToRequest(string? token, Guid? exercise, string? language)
    {
        var request = new HttpRequestMessage(Method, Path);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (exercise is { } id) request.Headers.Add("Coordination-Exercise", id.ToString());
        if (language is not null) request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (Key is not null) request.Headers.Add("Idempotency-Key", $"\"{Key}\"");
        if (Version is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (Body is not null) request.Content = new ByteArrayContent(Body) { Headers = { ContentType = new("application/json") } };
        return request;
    }
}
