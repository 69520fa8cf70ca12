using Coordination.Bench;

// dotnet run -c Release --project bench -- [NAME …] [--quick] [--busy] [--json FILE]
if (args is ["--twin", "empty", var url]) return await EmptyTwin.RunAsync(url);
if (args is ["--twin", "report", var address, var file]) return await ReportTwin.RunAsync(address, file);
if (args is ["--twin", "chain", var at3]) return await ChainTwin.RunAsync(at3);
if (args is ["--twin", "grpc", var at4]) return await GrpcTwin.RunAsync(at4);
if (args is ["--twin", "crowd", var at6, var count]) return await Crowd.RunAsync(at6, count);
if (args is ["--twin", "fan", var at5, var size]) return await FanTwin.RunAsync(at5, size);
if (args is ["--twin", "proxy", var at1, var target]) return await ProxyTwin.ProxyAsync(at1, target);
if (args is ["--twin", "target", var at2]) return await ProxyTwin.TargetAsync(at2);

var (quick, busy) = (args.Contains("--quick"), args.Contains("--busy"));
var json = Array.IndexOf(args, "--json") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var chosen = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal) && a != json).ToList();
// Those that need a region of processes come last: it runs until the end.
IReadOnlyList<IBenchmark> all = [new ColdStart(), new StartAfterKill(), new Residence(), new ReportAccepted(), new QuotaKept(), new FanOut(), new ChainVerified(), new Correlated(), new AlertsInForce(), new LongCatalogue(), new GrpcRuntime(), new GatewayOverhead(),
    new OtherProxies(), new RelayPublishing(), new Scarce(), new ReportVisible(), new OrderSeen(), new Reservation(), new Sustained()];
if (chosen.FirstOrDefault(c => all.All(b => b.Name != c)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'. There are: {string.Join(", ", all.Select(b => b.Name))}.");
    return 2;
}
var machine = await Machine.LookAsync(busy);
Console.WriteLine(machine);
if (!machine.IsQuiet && !busy)
{
    await Console.Error.WriteLineAsync("The slowest flushes of this disk take more than five times the usual: nothing measured now is worth publishing. Try again when it is quiet, or with --busy, which says so beside the figures.");
    return 3;
}
var table = new ResultTable(machine);
await using (var region = await PublishedRegion.PublishAsync())
    await new Session(region, table, quick).RunAsync(all.Where(b => chosen.Count == 0 || chosen.Contains(b.Name)));
if (json is not null) await table.WriteJsonAsync(json);
return table.Print();
