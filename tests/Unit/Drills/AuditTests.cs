using System.Text;
using Coordination.CommandLine.Audit;
using Coordination.Contracts;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace Coordination.Tests.Unit.Drills;

public sealed class AuditTests : IDisposable
{
    private const int Rows = 12;
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-audit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_whole_chain_verifies()
    {
        Journal("command.db");
        Journal("intake.db");
        var (exit, text) = await VerifyAsync();
        Assert.Equal(0, exit);
        Assert.Contains("command.db: 12 events, chain whole", text, StringComparison.Ordinal);
        Assert.Contains("VERIFIED 2 journals", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_byte_is_found_and_named_by_file_and_position() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<Tuple<NonNegativeInt, NonNegativeInt, NonNegativeInt>>(), async drawn =>
        {
            var (at, column, bit) = drawn;
            var file = $"{Guid.NewGuid():N}.db";
            Journal(file);
            var position = (at.Get % Rows) + 1;
            Flip(file, position, new[] { "header", "data", "hash", "previous" }[column.Get % 4], bit.Get);
            var (exit, text) = await VerifyAsync(Path.Combine(folder, file));
            return exit == 1 && text.Contains($"{file}: position {position}:", StringComparison.Ordinal);
        }));

    [Theory]
    [InlineData("DELETE FROM journal WHERE position = 5", "position 5 is missing")]
    [InlineData("DELETE FROM journal WHERE position > 10", "position 11: the head stands at 12, the rows end at 10")]
    [InlineData("DELETE FROM journal_head", "the head is missing")]
    [InlineData("UPDATE journal SET type = 'x.y.v1' WHERE position = 3", "position 3: its columns differ from its header")]
    [InlineData("UPDATE journal SET subject = '00000000-0000-0000-0000-000000000000' WHERE position = 4", "position 4: its columns differ from its header")]
    [InlineData("UPDATE journal_head SET hash = zeroblob(32)", "position 12: the head has another hash")]
    public async Task What_was_changed_is_named(string sql, string says)
    {
        Journal("command.db");
        Execute("command.db", sql);
        var (exit, text) = await VerifyAsync();
        Assert.Equal(1, exit);
        Assert.Contains($"command.db: {says}", text, StringComparison.Ordinal);
        Assert.Contains("BROKEN", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_was_exchanged_between_rows_is_found()
    {
        Journal("command.db");
        Execute("command.db", "UPDATE journal SET data = (SELECT data FROM journal WHERE position = 2) WHERE position = 7");
        Assert.Contains("command.db: position 7:", (await VerifyAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.db"), new string('x', 5000));
        var (exit, text) = await VerifyAsync();
        Assert.Equal(1, exit);
        Assert.Contains("broken.db: the file is damaged", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_journal_verifies_nothing() => Assert.Equal(2, (await VerifyAsync()).Exit);

    private async Task<(int Exit, string Text)> VerifyAsync(string? path = null)
    {
        using var text = new StringWriter();
        return (await VerifyAudit.RunAsync(path ?? folder, text, CancellationToken.None), text.ToString());
    }

    private void Journal(string file)
    {
        Execute(file, """
            CREATE TABLE journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, position INTEGER NULL, subject TEXT, type TEXT, previous TEXT, header BLOB, data BLOB, hash BLOB NULL);
            CREATE TABLE journal_head (id INTEGER PRIMARY KEY, epoch INTEGER, head INTEGER, hash BLOB);
            """);
        using var connection = Open(file);
        var hash = JournalHash.Origin;
        for (var position = 1; position <= Rows; position++)
        {
            var (id, subject, previous) = (Guid.CreateVersion7(), Guid.CreateVersion7(), $$"""{"a.b.v1":{{position - 1}}}""");
            var header = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","type":"a.b.v1","subject":"{{subject}}"}""");
            var data = Encoding.UTF8.GetBytes($$"""{"n":{{position}}}""");
            hash = JournalHash.Of(hash, position, previous, header, data);
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO journal (id, position, subject, type, previous, header, data, hash) VALUES ($id, $position, $subject, 'a.b.v1', $previous, $header, $data, $hash)";
            foreach (var (name, value) in new (string, object)[] { ("$id", id.ToString()), ("$position", position), ("$subject", subject.ToString()), ("$previous", previous), ("$header", header), ("$data", data), ("$hash", hash) })
                insert.Parameters.AddWithValue(name, value);
            insert.ExecuteNonQuery();
        }
        using var head = connection.CreateCommand();
        head.CommandText = "INSERT INTO journal_head VALUES (1, 1, $head, $hash)";
        head.Parameters.AddWithValue("$head", Rows);
        head.Parameters.AddWithValue("$hash", hash);
        head.ExecuteNonQuery();
    }

    private void Flip(string file, int position, string column, int bit)
    {
        using var connection = Open(file);
        using var read = connection.CreateCommand();
        read.CommandText = $"SELECT CAST({column} AS BLOB) FROM journal WHERE position = {position}";
        var bytes = (byte[])read.ExecuteScalar()!;
        bytes[bit / 7 % bytes.Length] ^= (byte)(1 << (bit % 7));
        using var write = connection.CreateCommand();
        write.CommandText = $"UPDATE journal SET {column} = {(column == "previous" ? "CAST($bytes AS TEXT)" : "$bytes")} WHERE position = {position}";
        write.Parameters.AddWithValue("$bytes", bytes);
        write.ExecuteNonQuery();
    }

    private void Execute(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
        connection.Open();
        return connection;
    }
}
