using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Coordination.Bench;

/// <summary>The floor of an accepted report: a bare web server that writes the body and its event in one flushed SQLite transaction.</summary>
internal static class ReportTwin
{
    internal static async Task<int> RunAsync(string url, string file)
    {
        await using var db = new SqliteConnection($"Data Source={file}");
        await db.OpenAsync();
        await ExecuteAsync(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE report (id BLOB PRIMARY KEY, body BLOB); CREATE TABLE outbox (seq INTEGER PRIMARY KEY, body BLOB);");
        using var turn = new SemaphoreSlim(1, 1);
        var app = Twin.Builder().Build();
        app.MapGet("/ready", () => "ready");
        app.MapPost("/v1/reports", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            await turn.WaitAsync();
            try
            {
                await using var transaction = db.BeginTransaction(deferred: false);
                await InsertAsync(db, "INSERT INTO report VALUES ($id, $body)", Guid.CreateVersion7(), body.ToArray());
                await InsertAsync(db, "INSERT INTO outbox (body) VALUES ($body)", null, body.ToArray());
                await transaction.CommitAsync();
            }
            finally
            {
                turn.Release();
            }
            var id = Guid.CreateVersion7();
            return Results.Created($"/v1/reports/{id}", new { id });
        });
        await app.RunAsync(url);
        return 0;
    }

    internal static RunningProcess Start(string file) => RunningProcess.Start("dotnet", [typeof(ReportTwin).Assembly.Location, "--twin", "report", "{url}", file], _ => []);

    private static async Task InsertAsync(SqliteConnection db, string sql, Guid? id, byte[] body)
    {
        await using var insert = db.CreateCommand();
        insert.CommandText = sql;
        if (id is { } key) insert.Parameters.AddWithValue("$id", key.ToByteArray());
        insert.Parameters.AddWithValue("$body", body);
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(SqliteConnection db, string sql)
    {
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
