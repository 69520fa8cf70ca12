using System.Security.Cryptography;
using Coordination.CommandLine.Servers;
using Npgsql;

namespace Coordination.CommandLine.Provisioning;

/// <summary>
/// A role and a schema for each service instance. The role may enter the database and its own schema, and nothing else. Running it again changes
/// nothing; a password that is in the folder already stays.
/// </summary>
internal static class DatabaseProvision
{
    /// <param name="admin">Connection string of one who may make roles, to the region's database.</param>
    /// <param name="instances">For example <c>intake</c> and <c>resources@fire</c>.</param>
    /// <param name="secrets">Folder that takes <c>INSTANCE.database</c>.</param>
    /// <param name="ct">Ends it between two statements.</param>
    /// <exception cref="ServerException">The database does not answer, or refuses.</exception>
    internal static async Task RunAsync(string admin, IReadOnlyList<string> instances, string secrets, CancellationToken ct)
    {
        Directory.CreateDirectory(secrets);
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(admin) { Pooling = false }.ToString());
            await connection.OpenAsync(ct);
            // Two at once would meet in the catalogue.
            await RunAsync(connection, "SELECT pg_advisory_lock(hashtext('coordination provision'))", ct);
            await RunAsync(connection, $"REVOKE ALL ON DATABASE {Name(connection.Database)} FROM PUBLIC", ct);
            await RunAsync(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC", ct);
            foreach (var instance in instances) await ProvisionAsync(connection, admin, instance, secrets, ct);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            throw new ServerException(Language.Say($"The database cannot be provisioned: {e.Message}"));
        }
    }

    /// <summary>The role's and the schema's name: <c>resources@fire</c> is <c>resources_fire</c>.</summary>
    internal static string RoleOf(string instance) => instance.Replace('@', '_').Replace('-', '_');

    private static async Task ProvisionAsync(NpgsqlConnection connection, string admin, string instance, string secrets, CancellationToken ct)
    {
        var (name, file) = (RoleOf(instance), Path.Combine(secrets, $"{instance}.database"));
        var password = await KeptAsync(file, ct) ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        await Secret.WriteAsync(file, Own(admin, name, password), ct);
        var role = Name(name);
        if (!await AnyAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", name, ct)) await RunAsync(connection, $"CREATE ROLE {role}", ct);
        await RunAsync(connection, $"ALTER ROLE {role} LOGIN NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '{ScramVerifier.Of(password)}'", ct);
        // An owner by right of membership where the administrator is no superuser.
        if (await AnyAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = current_user AND NOT rolsuper AND $1 <> ''", name, ct))
            await RunAsync(connection, $"GRANT {role} TO CURRENT_USER", ct);
        await RunAsync(connection, $"CREATE SCHEMA IF NOT EXISTS {role} AUTHORIZATION {role}", ct);
        await RunAsync(connection, $"REVOKE ALL ON SCHEMA {role} FROM PUBLIC", ct);
        await RunAsync(connection, $"GRANT CONNECT ON DATABASE {Name(connection.Database)} TO {role}", ct);
        await RunAsync(connection, $"ALTER ROLE {role} SET search_path = {role}", ct);
        // Serializable transactions watch what they read: a scan of a whole table would make everyone else's change a conflict.
        await RunAsync(connection, $"ALTER ROLE {role} SET enable_seqscan = off", ct);
        // Which makes plans that need one look dear beyond all measure, and compiling them would take a hundred times as long as running them.
        await RunAsync(connection, $"ALTER ROLE {role} SET jit = off", ct);
    }

    private static async Task<string?> KeptAsync(string file, CancellationToken ct) =>
        File.Exists(file) ? new NpgsqlConnectionStringBuilder(await File.ReadAllTextAsync(file, ct)).Password : null;

    /// <summary>The administrator's way in, with the instance's own name and password.</summary>
    private static string Own(string admin, string role, string password)
    {
        var own = new NpgsqlConnectionStringBuilder(admin) { Username = role, Password = password, SearchPath = role };
        own.Remove("Pooling");
        return own.ToString();
    }

    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<bool> AnyAsync(NpgsqlConnection connection, string sql, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(ct) is not null;
    }
}
