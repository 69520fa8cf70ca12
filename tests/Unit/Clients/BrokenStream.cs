using System.Text;

namespace Coordination.Tests.Unit.Clients;

/// <summary>Gives what it has, and then breaks as a connection does; or stays open and silent.</summary>
internal sealed class BrokenStream(string text, bool isSilent = false) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position < Length) return await base.ReadAsync(buffer, cancellationToken);
        if (!isSilent) throw new IOException("connection reset");
        var never = new TaskCompletionSource<int>();
        await using var ends = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }
}
