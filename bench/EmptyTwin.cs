using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Coordination.Bench;

/// <summary>The floor of a start: a web server with one route and nothing behind it.</summary>
internal static class EmptyTwin
{
    internal static async Task<int> RunAsync(string url)
    {
        var app = Twin.Builder().Build();
        app.MapGet("/ready", () => "ready");
        await app.RunAsync(url);
        return 0;
    }

    internal static RunningProcess Start() => RunningProcess.Start("dotnet", [typeof(EmptyTwin).Assembly.Location, "--twin", "empty", "{url}"], _ => []);
}
