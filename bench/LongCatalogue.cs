using System.Text;

namespace Coordination.Bench;

/// <summary>
/// An agency's book of 1,000, 10,000 and 100,000 rows: what a call of a thousand more takes beside plain inserts of the same rows, what leaves as one table, and how fast the book
/// is looked into.
/// </summary>
internal sealed class LongCatalogue : IBenchmark
{
    private const int Rows = 1000;

    public string Name => "catalogue";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        int[] sizes = effort.Of([1000, 10_000], new[] { 1000, 10_000, 100_000 });
        var (folder, floorFolder) = (Directory.CreateTempSubdirectory("bench").FullName, Directory.CreateTempSubdirectory("bench-rows").FullName);
        var results = new List<Result>();
        await using (var process = region.Start(folder, modules: ["resources"]))
        await using (var floor = await PlainRows.OpenAsync(Path.Combine(floorFolder, "rows.db")))
        {
            await process.ReadyAsync();
            // Small books warm up for the large one, and are the first size.
            var small = new Pairs();
            var took = new List<double>();
            foreach (var round in effort.Rounds(5, 10))
            {
                using var one = await CatalogueCaller.OfAsync(process.Address, $"small-{round}", effort.Ct);
                await small.TakeAsync(round, () => one.ImportAsync(Table(0)), () => floor.InsertAsync(Table(0)));
                took.Add(one.LastCall);
            }
            results.Add(small.Result($"catalogue, {Rows} rows into an empty book", "ms", 20));
            using var large = await CatalogueCaller.OfAsync(process.Address, "large", effort.Ct);
            var (filled, first, last, memory) = (0, Sample.Median(took), 0.0, 0.0);
            foreach (var size in sizes)
            {
                var pairs = new Pairs();
                var calls = new List<double>();
                for (; filled < size; filled += Rows)
                {
                    effort.Ct.ThrowIfCancellationRequested();
                    var (call, isLate) = (filled / Rows, filled >= size - (10 * Rows));
                    if (isLate) await pairs.TakeAsync(call, () => large.ImportAsync(Table(call)), () => floor.InsertAsync(Table(call)));
                    else await large.ImportAsync(Table(call));
                    if (isLate) calls.Add(large.LastCall);
                }
                last = Sample.Median(calls);
                if (size > sizes[0]) results.Add(pairs.Result($"catalogue, the last calls of {Rows} up to {size:# ##0} rows", "ms", 20));
                // Not measured: code is compiled by the first.
                await large.ExportAsync();
                var (export, whole) = await large.ExportAsync();
                if (whole != size) throw new InvalidOperationException($"Of {size} rows {whole} came out.");
                results.Add(new($"catalogue, {size:# ##0} rows out as one table, per {Rows}", "ms", export * Rows / size, null, 100));
                results.Add(new($"a page of units of one type among {size:# ##0}, p99", "ms", Sample.Quantile(await large.LookAsync("units?typeCode=fire-engine&limit=50", effort.Of(50, 300)), 0.99), null, 50));
                results.Add(new($"recommendation among {size:# ##0} rows, p99", "ms", Sample.Quantile(await large.LookAsync("recommendation?typeCode=ladder-truck&quantity=40&latitude=43.8&longitude=126.6", effort.Of(50, 300)), 0.99), null, 100));
                if (size == 10_000) memory = process.ResidentMegabytes();
            }
            results.Add(new($"catalogue, a call into {sizes[^1] / Rows} times as many rows takes so many times as long", "×", last / first, null, 2));
            if (sizes[^1] > 10_000) results.Add(new("resident memory that ten times as many rows add", "MB", process.ResidentMegabytes() - memory, null, 100));
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(floorFolder, recursive: true);
        return results;
    }

    /// <summary>A thousand rows of a book: vehicles, one in fifty of a type that is asked for, shelters and lots.</summary>
    private static string Table(int call)
    {
        var table = new StringBuilder("code,kind,typeCode,name,quantity,latitude,longitude\n");
        for (var n = call * Rows; n < (call + 1) * Rows; n++)
        {
            var place = FormattableString.Invariant($"{43 + (n * 7919 % 1000 / 1000.0)},{126 + (n * 104_729L % 1000 / 1000.0)}");
            table.Append((n % 10) switch
            {
                < 3 => $"C-{n},Vehicle,{(n % 50 == 0 ? "ladder-truck" : n % 2 == 0 ? "fire-engine" : "assault-boat")},Vehicle {n},1,{place}\n",
                < 6 => $"C-{n},Shelter,emergency-shelter,Hall {n},{(n % 900) + 1},{place}\n",
                _ => $"C-{n},Stock,tent,Depot {n % 500},{(n % 900) + 1},,\n",
            });
        }
        return table.ToString();
    }
}
