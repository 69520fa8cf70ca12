using System.Diagnostics;
using Coordination.Contracts.Tokens;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Coordination.Platform;

/// <summary>
/// Asks other services by the methods of <c>contracts/proto</c>, in the name of whoever called: token, exercise and trace travel along, and who is
/// asked decides as if called directly. One that does not answer is asked again until the deadline, so a method that changes something is asked with
/// its <c>idempotency_key</c>. Not for use in a transaction, which never waits for another process: ask first, or ask to show.
/// </summary>
public sealed class Peers
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly PeerDirectory directory;
    private readonly Call call;
    private readonly TimeProvider time;

    internal Peers(PeerDirectory directory, Call call, TimeProvider time) => (this.directory, this.call, this.time) = (directory, call, time);

    /// <summary>Asks the service whose contract the message belongs to.</summary>
    /// <param name="agency">The agency whose own instance is asked where it has one; null for the region's.</param>
    /// <param name="request">What the method takes; it names the method.</param>
    /// <param name="ct">Ends it.</param>
    /// <typeparam name="TAnswer">What the method gives.</typeparam>
    public async Task<PeerAnswer<TAnswer>> AskAsync<TAnswer>(string? agency, IMessage request, CancellationToken ct) where TAnswer : class, IMessage<TAnswer>
    {
        ArgumentNullException.ThrowIfNull(request);
        var method = request.Descriptor.File.Services.SelectMany(s => s.Methods).Single(m => m.InputType == request.Descriptor && !m.IsServerStreaming && !m.IsClientStreaming);
        var service = method.File.Package.Split('.')[1];
        var away = new Refusal("peer-unavailable", $"The service {service}{(agency is null ? "" : $" of {agency}")} does not answer now; try again.", null, 503);
        if (directory.Find(service, agency) is not { } peer) return new(null, away);
        using var limit = new CancellationTokenSource(Patience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        using var activity = Telemetry.Activities.StartActivity($"ask {method.FullName}", ActivityKind.Client);
        var ask = new PeerCall(method, request, Headers(agency), (time.GetUtcNow() + Patience).UtcDateTime);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new((TAnswer)await peer.AskAsync(ask, ends.Token), null);
            }
            catch (Exception e) when (e is RpcException or OperationCanceledException && !ct.IsCancellationRequested)
            {
                if (e is RpcException { StatusCode: not (StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled) } refused) return new(null, Grpc.Refusals.Read(refused));
                if (attempt == MostAttempts || limit.IsCancellationRequested) return new(null, away);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), time, ct);
        }
    }

    private Metadata Headers(string? agency)
    {
        var headers = new Metadata();
        if (call.Authorization is { } token) headers.Add("authorization", token);
        if (call.Certificate is { } certificate) headers.Add(BoundCertificate.Header, certificate);
        if (call.Exercise is { } exercise) headers.Add(CallMiddleware.ExerciseHeader, exercise.ToString());
        if (agency is not null) headers.Add("coordination-agency", agency);
        if (Activity.Current?.Id is { } trace) headers.Add("traceparent", trace);
        return headers;
    }
}

/// <summary>What a peer answered, or why it did not.</summary>
/// <param name="Answer">Its answer.</param>
/// <param name="Refusal">Its own refusal, or <c>peer-unavailable</c> where it cannot be reached.</param>
/// <typeparam name="T">The message.</typeparam>
public sealed record PeerAnswer<T>(T? Answer, Refusal? Refusal) where T : class
{
    /// <summary>True when nothing is known because nobody answered.</summary>
    public bool IsAway => Refusal is { Status: 503 };
}

/// <summary>One question.</summary>
internal sealed record PeerCall(MethodDescriptor Method, IMessage Request, Metadata Headers, DateTime Deadline);

/// <summary>A service instance that can be asked.</summary>
internal interface IPeer
{
    /// <exception cref="RpcException">It refuses, or cannot be reached.</exception>
    Task<IMessage> AskAsync(PeerCall ask, CancellationToken ct);
}
