using System.Collections.Concurrent;
using System.Text.Json;

namespace Coordination.AgencyDesk;

/// <summary>What this and other desks of the agency told each other, as <c>k8s/dapr/notices.yaml</c> subscribes it.</summary>
internal static class TakeNotice
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/notices", async (HttpRequest request, HeardNotices heard, CancellationToken ct) =>
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            heard.Add(body.RootElement.GetProperty("data").Clone());
            return Verdict.Success;
        });
        routes.MapGet("/notices", (HeardNotices heard) => heard.Newest);
    }
}

/// <summary>The newest hundred.</summary>
internal sealed class HeardNotices
{
    private const int Most = 100;
    private readonly ConcurrentQueue<JsonElement> heard = new();

    internal IReadOnlyList<JsonElement> Newest => [.. heard];

    internal void Add(JsonElement notice)
    {
        heard.Enqueue(notice);
        while (heard.Count > Most) heard.TryDequeue(out _);
    }
}
