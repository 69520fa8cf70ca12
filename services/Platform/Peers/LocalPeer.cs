using Coordination.Platform.Grpc;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>An instance of the same process: the same contract and the same pipeline, and no type of the one is seen by the other.</summary>
internal sealed class LocalPeer(ModuleApp app) : IPeer
{
    public async Task<IMessage> AskAsync(PeerCall ask, CancellationToken ct)
    {
        if (!app.Operations.TryGetValue(ask.Method.FullName, out var operation)) throw new RpcException(new Status(StatusCode.Unimplemented, $"{app.Instance.Name} does not have {ask.Method.FullName}."));
        var outer = new DefaultHttpContext { Request = { Scheme = "http", Protocol = HttpProtocol.Http2 } };
        foreach (var header in ask.Headers) outer.Request.Headers[header.Key] = header.Value;
        try
        {
            return await OperationDoor.OnceAsync(outer, app, operation, ask.Request, ct);
        }
        catch (StorageUnavailableException e)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, e.Message));
        }
    }
}
