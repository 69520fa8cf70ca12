using Coordination.CommandLine.Servers;
using Coordination.Rpc;
using Grpc.Health.V1;

namespace Coordination.Bench;

/// <summary>A unary call to the gRPC runtime, beside python3-grpcio's server and beside bare Kestrel that writes the answer's bytes; one client for all.</summary>
internal sealed class GrpcRuntime : IBenchmark
{
    public string Name => "grpc";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("bench").FullName;
        var grpc = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        await using var ours = region.Start(data, grpc);
        await using var kestrel = GrpcTwin.StartKestrel();
        await using var python = await GrpcTwin.StartPythonAsync(data);
        await ours.ReadyAsync();
        var results = new List<Result>
        {
            await BesideAsync("gRPC beside bare Kestrel", grpc, kestrel.Address, 1.5, effort),
            python is null ? Result.NotRun("gRPC beside python3-grpcio", "python3-grpcio is not installed: apt-get install python3-grpcio")
                : await BesideAsync("gRPC beside python3-grpcio", grpc, python.Address, 1, effort),
        };
        await ours.TerminateAsync();
        Directory.Delete(data, recursive: true);
        return results;
    }

    private static async Task<Result> BesideAsync(string name, Uri here, Uri there, double goal, Effort effort)
    {
        using var ours = RpcChannel.ForAddress(here);
        using var floor = RpcChannel.ForAddress(there);
        var (one, other) = (new Health.HealthClient(ours.CreateCallInvoker()), new Health.HealthClient(floor.CreateCallInvoker()));
        await UntilAsync(other);
        await effort.WarmAsync(300, 1600, () => CheckAsync(one));
        await effort.WarmAsync(300, 1600, () => CheckAsync(other));
        var pairs = new Pairs();
        foreach (var round in effort.Rounds(20, 40)) await pairs.TakeAsync(round, () => effort.MedianAsync(20, () => CheckAsync(one)), () => effort.MedianAsync(20, () => CheckAsync(other)));
        return pairs.Result(name, "ms", goal);
    }

    private static async Task CheckAsync(Health.HealthClient client) => await client.CheckAsync(new(), deadline: DateTime.UtcNow + Patience.OfACall);

    private static async Task UntilAsync(Health.HealthClient client)
    {
        for (var tries = 0; ; tries++)
            try
            {
                await client.CheckAsync(new());
                return;
            }
            catch (Grpc.Core.RpcException) when (tries < 200)
            {
                await Task.Delay(50);
            }
    }
}
