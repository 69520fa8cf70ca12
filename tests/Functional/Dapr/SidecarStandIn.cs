using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Coordination.Tests.Functional.Dapr;

/// <summary>
/// Dapr's HTTP contract in the place of a sidecar: asks the app what it subscribes to, delivers and heeds its answer, publishes, and calls what an HTTPEndpoint
/// names. It obeys the files of <c>k8s/dapr</c>, but makes no pause between retries.
/// </summary>
internal sealed class SidecarStandIn : IAsyncDisposable
{
    internal const string AppToken = "of-the-app", ApiToken = "of-the-sidecar";
    private readonly DaprFile notices = DaprFile.Read("notices.yaml"), endpoint = DaprFile.Read("region.yaml"), resiliency = DaprFile.Read("resiliency.yaml");
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly RabbitComponent broker;
    private readonly string component;
    private readonly WebApplication app;
    private readonly Uri region;
    private int deliveries;

    private SidecarStandIn(DaprFile component, string connectionString, Uri region)
    {
        (this.component, broker, this.region) = (component.Text("metadata", "name"), new RabbitComponent(component.Settings(), connectionString), region);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(ServeAsync);
    }

    internal Uri Address => new(app.Urls.First());

    /// <summary>How often an event was posted to the app.</summary>
    internal int Deliveries => Volatile.Read(ref deliveries);

    internal int Retries => int.Parse(resiliency.Text("spec", "policies", "retries", resiliency.Text("spec", "targets", "components", component, "inbound", "retry"), "maxRetries"), null);

    internal static async Task<SidecarStandIn> StartAsync(string connectionString, Uri region)
    {
        var sidecar = new SidecarStandIn(DaprFile.Read("pubsub.yaml"), connectionString, region);
        await sidecar.app.StartAsync();
        return sidecar;
    }

    /// <summary>What a sidecar does when its app listens.</summary>
    internal async Task ConnectAsync(Uri desk)
    {
        using var asked = await PostAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(desk, "/dapr/subscribe")));
        foreach (var wish in JsonSerializer.Deserialize<JsonElement>(await asked.Content.ReadAsStringAsync()).EnumerateArray())
        {
            Assert.Equal(component, wish.GetProperty("pubsubname").GetString());
            var metadata = wish.GetProperty("metadata").EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString()!);
            await SubscribeAsync(wish.GetProperty("topic").GetString()!, metadata, new Uri(desk, wish.GetProperty("routes").GetProperty("default").GetString()!));
        }
        await SubscribeAsync(notices.Text("spec", "topic"), notices.Map("spec", "metadata"), new Uri(desk, notices.Text("spec", "routes", "default")));
    }

    /// <summary>Delivers one event, and again while the app says RETRY; false when it was given up.</summary>
    internal async Task<bool> DeliverAsync(Uri to, string topic, ReadOnlyMemory<byte> body)
    {
        var e = JsonNode.Parse(body.Span)!;
        e["topic"] ??= topic;
        e["pubsubname"] ??= component;
        for (var n = 0; n <= Retries; n++)
        {
            Interlocked.Increment(ref deliveries);
            using var answer = await PostAsync(new HttpRequestMessage(HttpMethod.Post, to) { Content = new StringContent(e.ToJsonString(), Encoding.UTF8, "application/cloudevents+json") });
            if (answer.StatusCode == HttpStatusCode.NotFound) return true;
            if (!answer.IsSuccessStatusCode) continue;
            var said = await answer.Content.ReadAsStringAsync();
            if (said.Length == 0 || JsonNode.Parse(said)!["status"]?.GetValue<string>() is null or "" or "SUCCESS" or "DROP") return true;
        }
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        await app.DisposeAsync();
        http.Dispose();
    }

    private Task SubscribeAsync(string topic, IReadOnlyDictionary<string, string> metadata, Uri to) => broker.SubscribeAsync(topic, metadata, d => DeliverAsync(to, topic, d.Body));

    private Task<HttpResponseMessage> PostAsync(HttpRequestMessage request)
    {
        request.Headers.Add("dapr-api-token", AppToken);
        return http.SendAsync(request);
    }

    private Task ServeAsync(HttpContext call)
    {
        if (call.Request.Headers["dapr-api-token"] != ApiToken) return EndAsync(call, HttpStatusCode.Unauthorized);
        return call.Request.Path.Value!.Split('/', 6) is ["", "v1.0", "invoke", var name, "method", var rest] && name == endpoint.Text("metadata", "name") ? InvokeAsync(call, rest)
            : call.Request.Path.Value.Split('/') is ["", "v1.0", "publish", var pubsub, var topic] && pubsub == component ? PublishAsync(call, topic)
            : EndAsync(call, HttpStatusCode.NotFound);
    }

    private async Task PublishAsync(HttpContext call, string topic)
    {
        var data = await JsonNode.ParseAsync(call.Request.Body);
        var envelope = new JsonObject
        {
            ["id"] = $"{Guid.NewGuid()}", ["specversion"] = "1.0", ["source"] = "fire-desk", ["type"] = "com.dapr.event.sent", ["topic"] = topic, ["pubsubname"] = component,
            ["datacontenttype"] = "application/json", ["data"] = data,
        };
        await broker.PublishAsync(topic, call.Request.Query["metadata.routingKey"].ToString(), Encoding.UTF8.GetBytes(envelope.ToJsonString()));
        await EndAsync(call, HttpStatusCode.NoContent);
    }

    private async Task InvokeAsync(HttpContext call, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Request.Method), new Uri(region, $"/{path}{call.Request.QueryString}"));
        foreach (var (name, value) in call.Request.Headers.Where(h => h.Key is not ("Host" or "dapr-api-token" or "Content-Length" or "Content-Type" or "Transfer-Encoding")))
            request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)value);
        try
        {
            using var answer = await http.SendAsync(request);
            if (answer.Headers.RetryAfter is { } wait) call.Response.Headers.RetryAfter = wait.ToString();
            await EndAsync(call, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            await EndAsync(call, HttpStatusCode.InternalServerError);
        }
    }

    private static Task EndAsync(HttpContext call, HttpStatusCode status)
    {
        call.Response.StatusCode = (int)status;
        return call.Response.CompleteAsync();
    }
}
