using Npgsql;

namespace Coordination.Tests.Functional.Storage;

public sealed class ProvisionTests
{
    private readonly string one = $"one{Guid.NewGuid():N}"[..12];
    private readonly string other = $"other-{Guid.NewGuid():N}"[..12] + "@fire";

    [Fact]
    public async Task A_service_cannot_read_another_services_tables()
    {
        var made = await Provisioned.MakeAsync([one, other]);
        await RunAsync(made[one], "CREATE TABLE report(id uuid)");
        await RunAsync(made[one], "SELECT * FROM report");
        foreach (var sql in (string[])[$"SELECT * FROM {one}.report", $"INSERT INTO {one}.report VALUES (gen_random_uuid())", $"CREATE TABLE {one}.mine(id int)",
            $"GRANT SELECT ON {one}.report TO PUBLIC", $"SET ROLE {one}", "CREATE TABLE public.mine(id int)", "CREATE SCHEMA mine", $"ALTER ROLE {one} NOLOGIN"])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(made[other], sql));
            Assert.True(refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {refused.SqlState} {refused.Message}");
        }
    }

    [Fact]
    public async Task A_role_cannot_enter_another_database()
    {
        var made = await Provisioned.MakeAsync([one]);
        await RunAsync((await PrivatePostgres.ServerAsync()).AdminConnection, $"CREATE DATABASE {one}_elsewhere; REVOKE ALL ON DATABASE {one}_elsewhere FROM PUBLIC".Split(';'));
        var elsewhere = new NpgsqlConnectionStringBuilder(made[one]) { Database = $"{one}_elsewhere" }.ToString();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(elsewhere, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Provisioning_again_changes_nothing_and_keeps_the_passwords()
    {
        var folder = Directory.CreateTempSubdirectory("secrets").FullName;
        try
        {
            var first = await Provisioned.MakeAsync([one, other], folder);
            await RunAsync(first[one], "CREATE TABLE kept(id int)");
            var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Provisioned.MakeAsync([one, other], folder)));
            Assert.All(runs, again => Assert.Equal(first, again));
            await RunAsync(first[one], "SELECT * FROM kept");
            foreach (var file in Directory.GetFiles(folder))
                Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Every_instance_has_a_password_of_its_own()
    {
        var made = await Provisioned.MakeAsync([one, other]);
        Assert.NotEqual(new NpgsqlConnectionStringBuilder(made[one]).Password, new NpgsqlConnectionStringBuilder(made[other]).Password);
        var swapped = new NpgsqlConnectionStringBuilder(made[one]) { Password = new NpgsqlConnectionStringBuilder(made[other]).Password }.ToString();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(swapped, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    /// <summary>A plan that must scan a table looks dear to a role that is to avoid scans: compiled, a question to forty rows took 650 ms.</summary>
    [Fact]
    public async Task No_question_of_a_service_is_compiled_before_it_is_answered()
    {
        var made = await Provisioned.MakeAsync([one]);
        await RunAsync(made[one], "CREATE TABLE few(id int)", "INSERT INTO few SELECT generate_series(1, 40)");
        await using var source = NpgsqlDataSource.Create(made[one]);
        await using var explain = source.CreateCommand("EXPLAIN (ANALYZE, FORMAT JSON) SELECT id FROM few WHERE id > 3 ORDER BY id");
        var plan = (string)(await explain.ExecuteScalarAsync())!;
        Assert.Contains("\"Seq Scan\"", plan);
        Assert.DoesNotContain("\"JIT\"", plan);
    }

    private static async Task RunAsync(string connection, params string[] statements)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        foreach (var sql in statements)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
