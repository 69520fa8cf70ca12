using System.ComponentModel;
using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary>Keeps one process running: asks whether it is ready, and starts it again when it died, each time after a longer wait.</summary>
internal sealed class RunningPart(Part part, HttpClient http, ProcessLogs logs) : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource stop = new();
    private ServerProcess? process;
    private Task keeping = Task.CompletedTask;
    private PartState state = PartState.Waiting;
    private int restarts;

    internal Part Part => part;

    internal PartView View => new(part.Name, state, process is { HasExited: false } p ? p.Id : null, part.Address, restarts, (process?.Said ?? "").Split('\n')[^1]);

    /// <summary>Its last lines.</summary>
    internal string Said => process?.Said ?? "";

    internal void Start() => keeping = Task.Run(KeepAsync);

    /// <summary>SIGKILL, as when the machine's memory runs out; it is started again like any that died.</summary>
    internal Task KillAsync() => process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>SIGTERM, as when it is replaced: it ends in good order, and is started again.</summary>
    internal Task ReplaceAsync() => process?.StopAsync(Grace) ?? Task.CompletedTask;

    /// <summary>SIGSTOP and SIGCONT.</summary>
    internal void Pause(bool paused) => process?.Pause(paused);

    /// <summary>SIGTERM, and SIGKILL when that is not heard.</summary>
    internal async Task StopAsync()
    {
        await stop.CancelAsync();
        await keeping;
        if (process is not null) await process.StopAsync(Grace);
        state = PartState.Stopped;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (process is not null) await process.DisposeAsync();
        stop.Dispose();
    }

    private async Task KeepAsync()
    {
        var wait = TimeSpan.FromSeconds(0.5);
        try
        {
            while (true)
            {
                var wasReady = await RunAsync();
                state = PartState.Ended;
                wait = wasReady ? TimeSpan.FromSeconds(0.5) : wait * 2 < LongestWait ? wait * 2 : LongestWait;
                await Task.Delay(wait, stop.Token);
                restarts++;
            }
        }
        catch (OperationCanceledException)
        {
            // It is being stopped.
        }
    }

    /// <summary>One life of it. True when it was ready once. One that could not even be started is tried again like one that died.</summary>
    private async Task<bool> RunAsync()
    {
        state = PartState.Starting;
        try
        {
            process = Launch();
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            logs.Hear(part.Name, $"coord up could not start it: {e.Message}");
            return false;
        }
        return await WatchAsync(process);
    }

    private ServerProcess Launch()
    {
        string[] command = [.. part.Launcher, "dotnet", part.Program, .. part.Arguments];
        return ServerProcess.Start(command[0], command[1..], part.Environment, line => logs.Hear(part.Name, line));
    }

    /// <summary>Until it ends. True when it was ready once.</summary>
    private async Task<bool> WatchAsync(ServerProcess running)
    {
        var wasReady = false;
        while (!running.HasExited)
        {
            var ready = await IsReadyAsync();
            wasReady |= ready;
            state = ready ? PartState.Ready : wasReady ? PartState.Silent : PartState.Starting;
            await Task.WhenAny(running.EndAsync(), Task.Delay(ready ? 500 : 100, stop.Token));
            stop.Token.ThrowIfCancellationRequested();
        }
        return wasReady;
    }

    /// <summary>Whatever comes of the question, even nothing: the process is looked after on.</summary>
    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(part.Address, "/ready"), stop.Token).WaitAsync(Patience, stop.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            if (e is not (HttpRequestException or IOException or OperationCanceledException)) logs.Hear(part.Name, $"coord up could not ask whether it is ready: {e.GetType().Name}: {e.Message}");
            return false;
        }
    }
}
