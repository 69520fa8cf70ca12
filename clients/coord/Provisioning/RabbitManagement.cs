using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Provisioning;

/// <summary>RabbitMQ's management HTTP API, as one administrator.</summary>
internal sealed class RabbitManagement : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient http = new() { Timeout = Patience };

    /// <param name="address">With name and password: <c>http://name:password@host:15672</c>.</param>
    internal RabbitManagement(Uri address)
    {
        (Host, User) = (address.Host, Uri.UnescapeDataString(address.UserInfo.Split(':')[0]));
        http.BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority).Replace($"{address.UserInfo}@", "", StringComparison.Ordinal));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
    }

    internal string Host { get; }

    /// <summary>The administrator.</summary>
    internal string User { get; }

    /// <summary>Where AMQP listens: this host, and the port that the broker names. One that has just started names its listeners a moment later.</summary>
    internal async Task<string> AmqpAddressAsync(CancellationToken ct)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await Task.Delay(100, ct))
            if ((await GetAsync("/api/overview", ct))?["listeners"] is JsonArray listeners
                && listeners.FirstOrDefault(l => l!["protocol"]!.GetValue<string>() == "amqp") is { } amqp) return $"{Host}:{amqp["port"]!.GetValue<int>()}";
        throw new ServerException(Language.Say($"The broker's management API names no AMQP listener."));
    }

    /// <summary>Parts of a path, each as one segment.</summary>
    internal static string Path(params string[] segments) => "/api/" + string.Join('/', segments.Select(Uri.EscapeDataString));

    /// <summary>Null when there is no such thing.</summary>
    internal Task<JsonNode?> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, ct);

    internal Task PutAsync(string path, object body, CancellationToken ct) => SendAsync(HttpMethod.Put, path, body, ct);

    internal Task<JsonNode?> PostAsync(string path, object body, CancellationToken ct) => SendAsync(HttpMethod.Post, path, body, ct);

    internal Task DeleteAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Delete, path, null, ct);

    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (answer.StatusCode == HttpStatusCode.NotFound && method != HttpMethod.Put) return null;
        if (!answer.IsSuccessStatusCode) throw new ServerException(Language.Say($"The broker's management API refused {method} {path}: {(int)answer.StatusCode} {text}"));
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (HttpRequestException e)
        {
            throw new ServerException(Language.Say($"The broker's management API at {http.BaseAddress} cannot be reached: {e.Message}"));
        }
    }
}
