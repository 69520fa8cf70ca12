using Coordination.Platform.Grpc;
using Coordination.Rpc;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Tests.Conformance;

/// <summary>Many streams, and streams whose other end does not keep up.</summary>
public sealed class StreamTests(InteropServer server) : IClassFixture<InteropServer>
{
    [Fact]
    public async Task A_thousand_streams_are_open_at_once_and_each_is_answered()
    {
        using var channel = RpcChannel.ForAddress(server.Address);
        var client = new TestService.TestServiceClient(channel.CreateCallInvoker());
        var calls = Enumerable.Range(0, 1000).Select(_ => client.FullDuplexCall()).ToList();
        for (var round = 1; round <= 2; round++)
            await Task.WhenAll(calls.Select(async (call, n) =>
            {
                await call.RequestStream.WriteAsync(new() { ResponseParameters = { new ResponseParameters { Size = n + round } } });
                Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
                Assert.Equal(n + round, call.ResponseStream.Current.Payload.Body.Length);
            }));
        await Task.WhenAll(calls.Select(async call =>
        {
            await call.RequestStream.CompleteAsync();
            Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            call.Dispose();
        }));
    }

    [Fact]
    public async Task A_slow_reader_holds_its_writer_back_and_loses_nothing()
    {
        var torrent = new Torrent();
        await using var app = await StartAsync(torrent);
        using var channel = RpcChannel.ForAddress(new Uri(app.Urls.First()));
        using var call = new TestService.TestServiceClient(channel.CreateCallInvoker()).StreamingOutputCall(new());
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var held = await torrent.StandsStillAsync();
        Assert.InRange(held * (long)Torrent.Size, Torrent.Size, 64L * 1024 * 1024);
        for (var n = 1; n < held + 100; n++)
        {
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            Assert.Equal(n, BitConverter.ToInt32(call.ResponseStream.Current.Payload.Body.Span));
        }
        call.Dispose();
        Assert.Equal(StatusCode.Cancelled, await torrent.Ended);
    }

    [Fact]
    public async Task A_deadline_that_passes_while_the_writer_is_held_back_ends_the_writer()
    {
        var torrent = new Torrent();
        await using var app = await StartAsync(torrent);
        using var channel = RpcChannel.ForAddress(new Uri(app.Urls.First()));
        using var call = new TestService.TestServiceClient(channel.CreateCallInvoker()).StreamingOutputCall(new(), deadline: DateTime.UtcNow.AddSeconds(10));
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.Cancelled, await torrent.Ended);
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)) { }
        });
        Assert.Equal(StatusCode.DeadlineExceeded, refused.StatusCode);
    }

    private static async Task<WebApplication> StartAsync(Torrent torrent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.MapRpc(torrent);
        await app.StartAsync();
        return app;
    }

    /// <summary>Writes numbered blocks as fast as they are taken, without end.</summary>
    private sealed class Torrent : TestService.TestServiceBase
    {
        internal const int Size = 64 * 1024;
        private readonly TaskCompletionSource<StatusCode> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int written;

        internal Task<StatusCode> Ended => ended.Task.WaitAsync(TimeSpan.FromMinutes(3));

        public override async Task StreamingOutputCall(StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
        {
            var block = new byte[Size];
            try
            {
                for (var n = 0; ; n++)
                {
                    BitConverter.TryWriteBytes(block, n);
                    await responseStream.WriteAsync(new() { Payload = new() { Body = ByteString.CopyFrom(block) } });
                    Interlocked.Increment(ref written);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                ended.TrySetResult(StatusCode.Cancelled);
                throw;
            }
        }

        /// <summary>How many blocks went out by the time that no more did.</summary>
        internal async Task<int> StandsStillAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            for (var (before, same) = (-1, 0); ; before = Volatile.Read(ref written))
            {
                Assert.False(limit.IsCancellationRequested, $"the writer never stood still: {before} blocks");
                same = before == Volatile.Read(ref written) ? same + 1 : 0;
                if (same == 10) return before;
                await Task.Delay(100);
            }
        }
    }
}
