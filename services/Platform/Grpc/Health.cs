using Grpc.Core;
using Grpc.Health.V1;

namespace Coordination.Platform.Grpc;

/// <summary>The health of the process, as gRPC asks for it (grpc.health.v1). No token: it says only whether calls are taken.</summary>
internal sealed class HealthService(RunningRegion region, TimeProvider time) : Health.HealthBase
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        Knows(request) ? Task.FromResult(Now()) : throw new RpcException(new Status(StatusCode.NotFound, "There is no such service here."));

    /// <summary>A service that is not here may come: whoever watches is told that it is unknown.</summary>
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        for (HealthCheckResponse? before = null; ; await Task.Delay(Look, time, context.CancellationToken))
            if ((Knows(request) ? Now() : new() { Status = HealthCheckResponse.Types.ServingStatus.ServiceUnknown }) is var now && !now.Equals(before))
                await responseStream.WriteAsync(before = now);
    }

    private bool Knows(HealthCheckRequest request) => request.Service.Length == 0 || region.Apps.SelectMany(a => a.Module.Rpc).Any(s => s.FullName == request.Service);

    private HealthCheckResponse Now() => new() { Status = region.IsReady ? HealthCheckResponse.Types.ServingStatus.Serving : HealthCheckResponse.Types.ServingStatus.NotServing };
}
