using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sandbox;

/// <summary>
/// An agency that is none, beside a development region on this machine: it has a webhook receiver, a feed and an endpoint for resource messages, shows all that comes,
/// and takes part in exercises by rule.
/// </summary>
internal sealed class SandboxAgency : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly string[] Roles = ["integration", "duty-officer", "logistics"];
    private readonly Channel<JsonObject> heard = Channel.CreateUnbounded<JsonObject>();
    private readonly CancellationTokenSource stopping = new();
    private readonly Inbox inbox;
    private readonly SandboxServer server;
    private readonly Registrations registrations;
    private readonly Participant participant;
    private Task working = Task.CompletedTask;

    private SandboxAgency(RegionClient region, string agency, Uri at, Action<Arrival> show)
    {
        var actor = new Actor("sandbox", agency, Roles, null, 0);
        inbox = new(show);
        var hooks = new HookDesk(TimeProvider.System, e => heard.Writer.TryWrite(e));
        registrations = new(region, actor, new(at, SandboxSite.HookPath), hooks.Learn);
        participant = new(region, actor);
        server = SandboxServer.Start(at, new SandboxSite(at, TimeProvider.System, inbox, hooks).Answer);
    }

    /// <summary>Listens, subscribes and takes part, until it is disposed of.</summary>
    /// <exception cref="RegionException">The region is none for development on this machine, or the address is taken.</exception>
    internal static async Task<SandboxAgency> StartAsync(Uri url, string agency, Uri at, Action<Arrival> show, CancellationToken ct)
    {
        if (!url.IsLoopback || !at.IsLoopback) throw new RegionException(Language.Say($"A sandbox stands beside a development region, on this machine alone: {url}, {at}."));
        var region = RegionClient.At(url);
        // A region that somebody works with has another issuer, and gives no token here.
        await region.TokenAsync(agency, Roles, null, ct);
        try
        {
            var sandbox = new SandboxAgency(region, agency, at, show);
            try
            {
                await sandbox.registrations.BeginAsync(ct);
            }
            catch
            {
                await sandbox.DisposeAsync();
                throw;
            }
            sandbox.working = Task.WhenAll(sandbox.FollowAsync(sandbox.stopping.Token), sandbox.ActAsync(sandbox.stopping.Token));
            return sandbox;
        }
        catch (HttpListenerException e)
        {
            throw new RegionException(Language.Say($"{at} cannot be listened on: {e.Message}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await working;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await registrations.EndAsync(limit.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or RegionException)
        {
            // The region is gone: the next run ends what this one left.
        }
        await server.DisposeAsync();
        stopping.Dispose();
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await TriedAsync(() => registrations.FollowAsync(ct));
            await Task.Delay(Look, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task ActAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
            await TriedAsync(async () =>
            {
                var cloudEvent = await heard.Reader.ReadAsync(ct);
                if (await participant.ActAsync(cloudEvent, ct) is { } done)
                    inbox.Keep(new(TimeProvider.System.GetUtcNow(), "region", $"{cloudEvent["type"]}", done.Status, done.Says, ""));
            });
    }

    /// <summary>A region that is away for a while comes back.</summary>
    private async Task TriedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or RegionException)
        {
            if (!stopping.IsCancellationRequested) inbox.Keep(new(TimeProvider.System.GetUtcNow(), "region", "", 0, e.Message, ""));
        }
    }
}
