using Coordination.Rpc;
using Coordination.Platform.Grpc;
using Google.Protobuf;
using Grpc.Core;

namespace Coordination.Platform;

/// <summary>An instance in other processes: the replica that answered last is asked, and after a failure the next one.</summary>
internal sealed class RemotePeer(IReadOnlyList<Uri> replicas, TimeProvider time) : IPeer, IDisposable
{
    private readonly List<RpcChannel> channels = [.. replicas.Select(r => RpcChannel.ForAddress(r, time: time))];
    private int current;

    public async Task<IMessage> AskAsync(PeerCall ask, CancellationToken ct)
    {
        var at = Volatile.Read(ref current);
        var method = new Method<IMessage, IMessage>(MethodType.Unary, ask.Method.Service.FullName, ask.Method.Name, Messages.Marshaller(ask.Method.InputType.Parser), Messages.Marshaller(ask.Method.OutputType.Parser));
        try
        {
            using var asking = channels[at].CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(ask.Headers, ask.Deadline, ct), ask.Request);
            return await asking;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            Interlocked.CompareExchange(ref current, (at + 1) % channels.Count, at);
            throw;
        }
    }

    public void Dispose() => channels.ForEach(c => c.Dispose());
}
