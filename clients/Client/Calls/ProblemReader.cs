using System.Text.Json;

namespace Coordination.Client.Calls;

/// <summary>Reads a refusal, also one of a proxy that knows no problem documents.</summary>
internal static class ProblemReader
{
    private const string Prefix = "urn:coordination:problem:";

    internal static async Task<Problem> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        var wait = Wait(response, time);
        try
        {
            var text = await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false);
            var d = JsonSerializer.Deserialize<Document>(text, ClientJson.Options);
            if (d?.Type is { } type)
                return new(status, RuleOf(type), d.Title ?? "", d.Detail, d.Errors ?? [], d.TraceId, wait);
        }
        catch (JsonException)
        {
            // Not the region's own words.
        }
        return new(status, "", response.ReasonPhrase ?? "", null, [], null, wait);
    }

    private static TimeSpan? Wait(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };

    private sealed record Document(string? Type, string? Title, string? Detail, IReadOnlyList<FieldProblem>? Errors, string? TraceId);

    /// <summary>The last part of a type of this region, or of the one that the RFC's registry has (quota-exceeded); another type is given whole.</summary>
    private static string RuleOf(string type) => type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..]
        : type.StartsWith("https://iana.org/assignments/http-problem-types#", StringComparison.Ordinal) ? type.Split('#')[^1] : type;
}
