using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Coordination.Tests.Functional.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>An agency's endpoint on loopback: keeps what it is sent, and answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    /// <summary>What the regions under test may call: this address and no other that is closed.</summary>
    internal const string Allowed = "127.0.0.1/32";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Parcel> parcels = new();

    private Receiver(WebApplication app) => this.app = app;

    internal Uri Url => new(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/hook");

    internal IReadOnlyList<Parcel> Parcels => [.. parcels];

    /// <summary>How it answers; 204 where nothing else is said.</summary>
    internal Func<Parcel, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    internal static async Task<Receiver> StartAsync(X509Certificate2? certificate = null, string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Parse(address), 0, listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Answers with a status.</summary>
    internal static Func<Parcel, HttpContext, Task> Status(int status) => (_, http) =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    internal Task HearsAsync(Func<IReadOnlyList<Parcel>, bool> enough) => ProbeRegion.UntilAsync(() => Task.FromResult(enough(Parcels)));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var parcel = new Parcel(http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body.ToArray());
        parcels.Enqueue(parcel);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        await Answer(parcel, http);
    }
}

/// <summary>What arrived at once.</summary>
internal sealed record Parcel(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string Id => Headers["webhook-id"];

    internal JsonElement Event => JsonSerializer.Deserialize<JsonElement>(Body);

    internal string Subject => Event.GetProperty("subject").GetString()!;

    internal string Type => Event.GetProperty("type").GetString()!;

    internal long Position => long.Parse(Headers["coordination-position"], System.Globalization.CultureInfo.InvariantCulture);
}
