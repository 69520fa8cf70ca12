using System.IO.Pipelines;
using System.Net;

namespace Coordination.Rpc;

/// <summary>Messages as they are written.</summary>
internal sealed class RequestContent(PipeReader messages, bool streams, CancellationToken ends) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // A server may answer before the first message: it must see the call at once.
        if (streams) await stream.FlushAsync(ends);
        while (true)
        {
            var read = await messages.ReadAsync(ends);
            foreach (var segment in read.Buffer) await stream.WriteAsync(segment, ends);
            messages.AdvanceTo(read.Buffer.End);
            await stream.FlushAsync(ends);
            if (read.IsCompleted) break;
        }
        await messages.CompleteAsync();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
