using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.CommandLine.Servers;

/// <summary>
/// An installed RabbitMQ run privately: its own folder, node, administrator and name server, on loopback ports that were free.
/// It leaves nothing running, and starts again on the same data.
/// </summary>
internal sealed class LocalRabbit : IAsyncDisposable
{
    private const string Administrator = "administrator";
    private static readonly string[] Places = ["/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string folder;
    private readonly string password;
    private readonly int distribution = ServerProcess.FreePort();
    private readonly int names = ServerProcess.FreePort();
    private readonly int management = ServerProcess.FreePort();
    private ServerProcess? nameServer;
    private ServerProcess? server;

    private LocalRabbit(string folder, string password) => (this.folder, this.password) = (folder, password);

    /// <summary>Where AMQP 0-9-1 listens on 127.0.0.1.</summary>
    internal int Port { get; } = ServerProcess.FreePort();

    /// <summary>The management HTTP API with the administrator's name and password.</summary>
    internal Uri Management => new($"http://{Administrator}:{password}@127.0.0.1:{management}");

    internal bool IsRunning => server is { HasExited: false };

    /// <summary>Starts it and waits until it takes connections.</summary>
    /// <exception cref="ServerException">It is not installed, or ended by itself; says what to do.</exception>
    internal static async Task<LocalRabbit> StartAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var secret = Path.Combine(folder, "administrator");
        if (!File.Exists(secret)) await Secret.WriteAsync(secret, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), ct);
        var rabbit = new LocalRabbit(Path.GetFullPath(folder), await File.ReadAllTextAsync(secret, ct));
        try
        {
            await rabbit.StartAsync(ct);
            return rabbit;
        }
        catch
        {
            await rabbit.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server's program.</summary>
    /// <exception cref="ServerException">It is not installed.</exception>
    internal static string Find() => Array.Find(Places, File.Exists)
        ?? throw new ServerException(Language.Say($"RabbitMQ is not installed. On Debian or Ubuntu: apt-get install rabbitmq-server. Or name a running one by its connection string."));

    /// <summary>Starts it again on the same data and ports.</summary>
    internal async Task StartAsync(CancellationToken ct)
    {
        var program = Find();
        await WriteSettingsAsync(ct);
        nameServer ??= ServerProcess.Start("epmd", ["-port", $"{names}", "-address", "127.0.0.1"], Environment());
        server = ServerProcess.Start(program, [], Environment());
        await ReadyAsync(server, ct);
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    internal Task StopAsync() => server?.StopAsync(TimeSpan.FromSeconds(60)) ?? Task.CompletedTask;

    /// <summary>SIGKILL, as when a machine fails.</summary>
    internal Task KillAsync() => server?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Runs <c>rabbitmqctl</c> against it.</summary>
    /// <exception cref="ServerException">It refused; the message is what it said.</exception>
    internal async Task ControlAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var program = Array.Find(Places, File.Exists) ?? throw new ServerException(Language.Say($"RabbitMQ is not installed."));
        await using var control = ServerProcess.Start(Path.Combine(Path.GetDirectoryName(program)!, "rabbitmqctl"), arguments, Environment());
        await control.EndAsync().WaitAsync(ct);
        if (control.ExitCode != 0) throw new ServerException(Language.Say($"rabbitmqctl {string.Join(' ', arguments)} failed: {control.Said}"));
    }

    /// <summary>SIGSTOP and SIGCONT: it hangs with its connections open.</summary>
    internal void Pause(bool paused) => server?.Pause(paused);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (server is not null) await server.DisposeAsync();
        server = null;
        if (nameServer is not null) await nameServer.DisposeAsync();
    }

    private async Task WriteSettingsAsync(CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), "[rabbitmq_management].\n", ct);
        await Secret.WriteAsync(Path.Combine(folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{Port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {management}
            default_user = {Administrator}
            default_pass = {password}
            log.file.level = info
            disk_free_limit.absolute = 50MB

            """, ct);
    }

    private Dictionary<string, string> Environment() => new()
    {
        // The launcher then becomes the server itself: one process, whose end is the server's end.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        ["HOME"] = folder,
        ["ERL_EPMD_PORT"] = $"{names}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_NODENAME"] = "coordination@localhost",
        ["RABBITMQ_DIST_PORT"] = $"{distribution}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
    };

    private async Task ReadyAsync(ServerProcess starting, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Administrator}:{password}")));
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (starting.HasExited || since.Elapsed > Patience) throw new ServerException(Language.Say($"RabbitMQ did not start; its log is in {Path.Combine(folder, "log")}. {starting.Said}"));
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{management}/api/health/checks/port-listener/{Port}"), ct);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                // Not listening yet.
            }
            await Task.Delay(50, ct);
        }
    }
}
