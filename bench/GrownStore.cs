using Coordination.Platform;
using Microsoft.Data.Sqlite;

namespace Coordination.Bench;

/// <summary>A store in a file of its own, filled to one size after another and looked into at each.</summary>
internal static class GrownStore
{
    private const int AtOnce = 1000;

    /// <summary>What each look took, by size.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="sizes">Rows, ever more.</param>
    /// <param name="open">A connection of one's own.</param>
    /// <param name="put">Adds the row of a number, from 0.</param>
    /// <param name="look">Looks often enough.</param>
    /// <param name="ct">Ends it.</param>
    internal static async Task<IReadOnlyList<List<double>>> LookAsync<TDb>(
        string file, IReadOnlyList<int> sizes, Func<SqliteStore, TDb> open, Action<TDb, int> put, Func<TDb, Task<List<double>>> look, CancellationToken ct) where TDb : ServiceDb
    {
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        var store = new SqliteStore(DataFolder.ConnectionString(Path.Combine(folder, file)));
        var looks = new List<List<double>>();
        await using (var db = open(store))
        {
            await store.OpenAsync(db, ct);
            var filled = 0;
            foreach (var size in sizes)
            {
                while (filled < size)
                {
                    await using var filling = open(store);
                    for (var until = Math.Min(filled + AtOnce, size); filled < until; filled++) put(filling, filled);
                    await filling.SaveChangesAsync(ct);
                }
                looks.Add(await look(db));
            }
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return looks;
    }
}
