using Coordination.Contracts.Tokens;

namespace Coordination.Gateway;

/// <summary><c>GET /v1/region</c>: the union of what the instances answer. One that does not answer is left out.</summary>
internal sealed class RegionPage(GatewayOptions options) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };

    internal async Task<IResult> ReadAsync(CancellationToken ct)
    {
        var views = await Task.WhenAll(options.Services.Where(s => s.Instance != GatewayOptions.Issuer).Select(s => AskAsync(s, ct)));
        var answered = views.OfType<RegionView>().ToList();
        return answered.Count == 0 ? new ProblemResult(Problem.Unavailable)
            : TypedResults.Ok(answered[0] with { Services = [.. answered.SelectMany(v => v.Services).Distinct()], Providers = OfferedProvider.Of(options.Trusted) });
    }

    private async Task<RegionView?> AskAsync(ServiceAddresses service, CancellationToken ct)
    {
        foreach (var replica in service.Replicas)
            try
            {
                return await http.GetFromJsonAsync<RegionView>(new Uri(replica, "/v1/region"), ct);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException && !ct.IsCancellationRequested)
            {
                // The next replica may answer.
            }
        return null;
    }

    public void Dispose() => http.Dispose();

    private sealed record RegionView(string Region, string Package, string Version, IReadOnlyList<ServiceName> Services, IReadOnlyList<OfferedProvider>? Providers = null);

    private sealed record ServiceName(string Name);

    private sealed class ProblemResult(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => problem.WriteAsync(httpContext);
    }
}
