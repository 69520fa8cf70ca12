using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>Messages that arrive.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that <see cref="MoveNext"/> read.</summary>
    T Current { get; }

    /// <summary>Reads the next; false at the end.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}

/// <summary>Messages that are sent.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Sends one; ends when it is handed to the connection.</summary>
    Task WriteAsync(T message);

    /// <summary>Sends one unless cancelled.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : WriteAsync(message);
}

/// <summary>A server's messages.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;

/// <summary>A client's messages.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>No more will come.</summary>
    Task CompleteAsync();
}

/// <summary>Reading with <c>await foreach</c>.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>Every message until the end.</summary>
    public static async IAsyncEnumerable<T> ReadAllAsync<T>(this IAsyncStreamReader<T> reader, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        while (await reader.MoveNext(ct)) yield return reader.Current;
    }
}
