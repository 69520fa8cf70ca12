using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Coordination.Platform;

/// <summary>The local issuer as a process of its own (<c>--issuer</c>), for a region of several processes on one machine. Loopback only.</summary>
internal sealed class RunningIssuer : IAsyncDisposable
{
    private readonly WebApplication front;
    private readonly DataFolder data;

    private RunningIssuer(WebApplication front, DataFolder data, LocalIssuer issuer) => (this.front, this.data, Issuer) = (front, data, issuer);

    internal string Address => front.Urls.First();

    internal LocalIssuer Issuer { get; }

    internal static async Task<RunningIssuer> StartAsync(IConfiguration? configuration, TimeProvider time)
    {
        configuration ??= new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var options = RegionOptions.Read(configuration);
        if (!options.IsLoopbackOnly) throw new StartFailedException($"{options.Urls} is not loopback: the local issuer gives tokens to anyone, so it serves loopback only.");
        var folder = DataFolder.Own(options.Data);
        var running = new RunningIssuer(FrontDoor.Build(options, configuration, time), folder, LocalIssuer.Open(folder.Path, options.Region, time));
        try
        {
            running.front.UseMiddleware<ErrorBoundary>();
            running.front.UseRouting();
            foreach (var page in (string[])["/alive", "/ready"]) running.front.MapGet(page, () => TypedResults.Ok(new { status = page[1..] }));
            running.Issuer.Map(running.front);
            await running.front.StartAsync();
            FrontDoor.Announce(running.front, options, running.Address, local: true);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    internal Task WaitForStopAsync() => front.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await front.StopAsync();
        await front.DisposeAsync();
        data.Dispose();
    }
}
