using System.Net.Http.Headers;

namespace Coordination.Bench;

/// <summary>The gateway beside nginx and HAProxy before the same server; each with one route, keep-alive on both sides, no log.</summary>
internal sealed class OtherProxies : IBenchmark
{
    public string Name => "proxies";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        await using var target = ProxyTwin.StartTarget();
        await target.ReadyAsync();
        await using var issuer = region.StartIssuer();
        await issuer.ReadyAsync();
        await using var gateway = region.StartGateway(target.Address, issuer.Address);
        await gateway.ReadyAsync();
        var word = await Callers.WordOfAsync(issuer.Address, "fire", "duty-officer");
        return [await BesideAsync("nginx", Nginx, gateway, target.Address, word, effort), await BesideAsync("haproxy", HaProxy, gateway, target.Address, word, effort)];
    }

    private static async Task<Result> BesideAsync(string program, Func<Uri, string, string> configuration, RunningProcess gateway, Uri target, AuthenticationHeaderValue word, Effort effort)
    {
        var name = $"gateway beside {program}";
        if (!File.Exists($"/usr/sbin/{program}")) return Result.NotRun(name, $"{program} is not installed: apt-get install {(program == "nginx" ? "nginx-light" : program)}");
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        var file = Path.Combine(folder, "conf");
        await using var proxy = RunningProcess.Start($"/usr/sbin/{program}", program == "nginx" ? ["-p", folder, "-e", "stderr", "-c", file] : ["-db", "-f", file], url =>
        {
            File.WriteAllText(file, configuration(target, url["http://".Length..]));
            return [];
        });
        await proxy.ReadyAsync();
        using var ours = Patience.ClientOf(gateway.Address);
        using var theirs = Patience.ClientOf(proxy.Address);
        ours.DefaultRequestHeaders.Authorization = theirs.DefaultRequestHeaders.Authorization = word;
        await effort.WarmAsync(300, 2000, () => GetAsync(ours));
        await effort.WarmAsync(300, 2000, () => GetAsync(theirs));
        var pairs = new Pairs();
        foreach (var round in effort.Rounds(20, 40))
            await pairs.TakeAsync(round, () => effort.MedianAsync(20, () => GetAsync(ours)), () => effort.MedianAsync(20, () => GetAsync(theirs)));
        await proxy.TerminateAsync();
        Directory.Delete(folder, recursive: true);
        return pairs.Result(name, "ms", 1.5);
    }

    private static async Task GetAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/v1/reports");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static string Nginx(Uri target, string at) => $$"""
        daemon off; worker_processes auto; pid nginx.pid; error_log stderr crit;
        events { worker_connections 1024; }
        http {
          access_log off;
          upstream region { server {{target.Authority}}; keepalive 64; }
          server {
            listen {{at}};
            location / { proxy_pass http://region; proxy_http_version 1.1; proxy_set_header Connection ""; }
          }
        }
        """;

    private static string HaProxy(Uri target, string at) => $"""
        defaults
          mode http
          timeout connect 5s
          timeout client 60s
          timeout server 60s
        frontend edge
          bind {at}
          default_backend region
        backend region
          http-reuse always
          server one {target.Authority}

        """;
}
