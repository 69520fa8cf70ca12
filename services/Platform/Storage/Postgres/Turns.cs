namespace Coordination.Platform;

/// <summary>How many pieces of work write at once; one that met a conflict may ask to write alone.</summary>
internal sealed class Turns(int width) : IDisposable
{
    private readonly SemaphoreSlim places = new(width, width);
    private readonly SemaphoreSlim alone = new(1, 1);

    internal async Task<Turn> EnterAsync(bool asOnly, CancellationToken ct)
    {
        if (!asOnly)
        {
            await places.WaitAsync(ct);
            return new(this, 1);
        }
        await alone.WaitAsync(ct);
        // All at once, so that it waits in the queue one time and not once for each place.
        await Task.WhenAll(Enumerable.Range(0, width).Select(_ => places.WaitAsync(CancellationToken.None)));
        return new(this, width);
    }

    public void Dispose()
    {
        places.Dispose();
        alone.Dispose();
    }

    private void Leave(int count)
    {
        places.Release(count);
        if (count == width) alone.Release();
    }

    internal readonly struct Turn(Turns turns, int count) : IDisposable
    {
        public void Dispose() => turns.Leave(count);
    }
}
