using System.Text;

namespace Coordination.Bench;

/// <summary>An agency that enters its catalogue and looks into its book.</summary>
internal sealed class CatalogueCaller : IDisposable
{
    private readonly HttpClient http;
    private readonly string agency;
    private readonly CancellationToken ct;

    private CatalogueCaller(HttpClient http, string agency, CancellationToken ct) => (this.http, this.agency, this.ct) = (http, agency, ct);

    /// <summary>What the last call took, in milliseconds.</summary>
    internal double LastCall { get; private set; }

    internal static async Task<CatalogueCaller> OfAsync(Uri region, string agency, CancellationToken ct) => new(await Callers.OfAsync(region, agency, "commander"), agency, ct);

    internal async Task<double> ImportAsync(string table)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/agencies/{agency}/catalogue/import") { Content = new StringContent(table, Encoding.UTF8, "text/csv") };
        request.Headers.Add("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
        return LastCall = await Clocked.OnceAsync(async () => await DoneAsync(await http.SendAsync(request, ct)));
    }

    /// <summary>What the whole table takes, in milliseconds, and how many rows it has.</summary>
    internal async Task<(double Took, int Rows)> ExportAsync()
    {
        var rows = -1;
        return (await Clocked.OnceAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/agencies/{agency}/catalogue");
            request.Headers.Accept.ParseAdd("text/csv");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            using var lines = new System.IO.StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct));
            while (await lines.ReadLineAsync(ct) is not null) rows++;
        }), rows);
    }

    /// <summary>What each look takes, in milliseconds.</summary>
    internal async Task<List<double>> LookAsync(string path, int count)
    {
        var took = new List<double>();
        for (var n = 0; n < count + 10; n++)
        {
            var once = await Clocked.OnceAsync(async () => await DoneAsync(await http.GetAsync($"/v1/agencies/{agency}/{path}", ct)));
            if (n >= 10) took.Add(once);
        }
        return took;
    }

    public void Dispose() => http.Dispose();

    private async Task DoneAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var said = await answer.Content.ReadAsStringAsync(ct);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {said}");
        }
    }
}
