using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Npgsql;

namespace Coordination.CommandLine.Servers;

/// <summary>
/// An installed PostgreSQL on a private folder and a free loopback port: for a region on one machine, and for tests. It flushes every commit,
/// listens on TCP alone, and lets nobody in without its password. The folder and its parents must let the user <c>postgres</c> in when this runs as root.
/// </summary>
internal sealed class LocalPostgres : IAsyncDisposable
{
    private const string Admin = "coordination_admin";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string folder;
    private readonly string password;
    private Process? process;

    private LocalPostgres(string folder, string password, int port) => (this.folder, this.password, Port) = (folder, password, port);

    internal int Port { get; }

    internal bool IsRunning => process is { HasExited: false };

    /// <summary>Connects as the one who may make roles and schemas, to the region's database.</summary>
    internal string AdminConnection => Connection("coordination");

    internal string LogFile => Path.Combine(Data, "log", "postgres.log");

    private string Data => Path.Combine(folder, "data");

    /// <summary>Starts on a folder, which is made and initialised when it is new, and returns once it takes connections.</summary>
    /// <exception cref="ServerException">It is not installed, or does not start.</exception>
    internal static async Task<LocalPostgres> StartAsync(string folder, CancellationToken ct)
    {
        var server = await PrepareAsync(Path.GetFullPath(folder), ct);
        await server.StartAsync(ct);
        return server;
    }

    /// <summary>Starts again on the same data and port.</summary>
    internal async Task StartAsync(CancellationToken ct)
    {
        process = Process.Start(PostgresPrograms.Command("postgres", "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=400", "-c", "fsync=on", "-c", "synchronous_commit=on",
            "-c", "logging_collector=on", "-c", "log_directory=log", "-c", "log_filename=postgres.log"))!;
        var said = process.StandardError.ReadToEndAsync(ct);
        _ = process.StandardOutput.ReadToEndAsync(ct);
        var until = Stopwatch.StartNew();
        while (!await AnswersAsync(ct))
        {
            if (process.HasExited) throw new ServerException(Language.Say($"PostgreSQL in {folder} ended while it started: {(await said).Trim()} See {LogFile}."));
            if (until.Elapsed > Patience) throw new ServerException(Language.Say($"PostgreSQL in {folder} took no connection in {Patience.TotalSeconds} s. See {LogFile}."));
            await Task.Delay(20, ct);
        }
        await MakeDatabaseAsync(ct);
    }

    /// <summary>Stops it cleanly; open connections are closed.</summary>
    internal Task StopAsync(CancellationToken ct) => EndAsync(Signal.Interrupt, ct);

    /// <summary>Stops it as a power cut would: nothing is flushed, and the next start recovers from its log.</summary>
    internal Task KillAsync(CancellationToken ct) => EndAsync(Signal.Quit, ct);

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        process?.Dispose();
    }

    private static async Task<LocalPostgres> PrepareAsync(string folder, CancellationToken ct)
    {
        var (secret, port) = (Path.Combine(folder, "password"), Path.Combine(folder, "port"));
        if (File.Exists(port)) return new(folder, await File.ReadAllTextAsync(secret, ct), int.Parse(await File.ReadAllTextAsync(port, ct), CultureInfo.InvariantCulture));
        var server = new LocalPostgres(folder, Convert.ToHexString(RandomNumberGenerator.GetBytes(24)), ServerProcess.FreePort());
        if (Directory.Exists(server.Data)) Directory.Delete(server.Data, recursive: true);
        Directory.CreateDirectory(server.Data);
        await Secret.WriteAsync(secret, server.password, ct);
        await PostgresPrograms.HandOverAsync(server.Data, ct);
        await PostgresPrograms.HandOverAsync(secret, ct);
        await PostgresPrograms.RunAsync(PostgresPrograms.Command("initdb", "-D", server.Data, "-U", Admin, $"--pwfile={secret}", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"), ct);
        await File.WriteAllTextAsync(port, server.Port.ToString(CultureInfo.InvariantCulture), ct);
        return server;
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection("postgres"));
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task MakeDatabaseAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync(ct);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = 'coordination'", connection);
        if (await find.ExecuteScalarAsync(ct) is not null) return;
        await using var make = new NpgsqlCommand("CREATE DATABASE coordination", connection);
        await make.ExecuteNonQueryAsync(ct);
    }

    private async Task EndAsync(Signal signal, CancellationToken ct)
    {
        if (!IsRunning) return;
        _ = Send(process!.Id, (int)signal);
        await process.WaitForExitAsync(ct);
    }

    private string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = Admin,
        Password = password,
        Pooling = false,
    }.ToString();

    /// <summary>PostgreSQL's own meanings: interrupt ends it fast and cleanly, quit at once and without a checkpoint.</summary>
    private enum Signal { Interrupt = 2, Quit = 3 }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int pid, int signal);
}
