using System.Reflection;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Coordination.Tests.Conformance;

/// <summary>The gRPC project's published client cases, by their names, with our client.</summary>
internal sealed class InteropCases(CallInvoker invoker)
{
    private const string Initial = "x-grpc-test-echo-initial", Trailing = "x-grpc-test-echo-trailing-bin";
    private static readonly int[] Sizes = [31415, 9, 2653, 58979], Sent = [27182, 8, 1828, 45904];
    private readonly TestService.TestServiceClient client = new(invoker);

    internal static IEnumerable<string> Names => typeof(InteropCases).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(m => m.ReturnType == typeof(Task) && m.GetParameters().Length == 0 && m.IsAssembly).Select(m => m.Name);

    internal Task RunAsync(string name) => (Task)GetType().GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(this, null)!;

    internal async Task empty_unary() => Assert.Equal(new Empty(), await client.EmptyCallAsync(new()));

    internal async Task large_unary() => Assert.Equal(314159, (await client.UnaryCallAsync(new() { ResponseSize = 314159, Payload = Zeros(271828) })).Payload.Body.Length);

    internal async Task client_streaming()
    {
        using var call = client.StreamingInputCall();
        foreach (var size in Sent) await call.RequestStream.WriteAsync(new() { Payload = Zeros(size) });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(74922, (await call).AggregatedPayloadSize);
    }

    internal async Task server_streaming()
    {
        using var call = client.StreamingOutputCall(new() { ResponseParameters = { Sizes.Select(s => new ResponseParameters { Size = s }) } });
        var got = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync()) got.Add(response.Payload.Body.Length);
        Assert.Equal(Sizes, got);
    }

    internal async Task ping_pong()
    {
        using var call = client.FullDuplexCall();
        foreach (var (size, sent) in Sizes.Zip(Sent))
        {
            await call.RequestStream.WriteAsync(Ask(size, sent));
            Assert.True(await call.ResponseStream.MoveNext(default));
            Assert.Equal(size, call.ResponseStream.Current.Payload.Body.Length);
        }
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(default));
    }

    internal async Task empty_stream()
    {
        using var call = client.FullDuplexCall();
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    internal Task status_code_and_message() => RefusedAsync(2, "test status message");

    internal Task special_status_message() => RefusedAsync(2, "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n");

    internal async Task unimplemented_method() => Assert.Equal(StatusCode.Unimplemented, (await FailsAsync(() => client.UnimplementedCallAsync(new()).ResponseAsync)).StatusCode);

    internal async Task unimplemented_service() =>
        Assert.Equal(StatusCode.Unimplemented, (await FailsAsync(() => new UnimplementedService.UnimplementedServiceClient(invoker).UnimplementedCallAsync(new()).ResponseAsync)).StatusCode);

    internal async Task cancel_after_begin()
    {
        using var cancel = new CancellationTokenSource();
        using var call = client.StreamingInputCall(cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await FailsAsync(() => call.ResponseAsync)).StatusCode);
    }

    internal async Task cancel_after_first_response()
    {
        using var cancel = new CancellationTokenSource();
        using var call = client.FullDuplexCall(cancellationToken: cancel.Token);
        await call.RequestStream.WriteAsync(Ask(31415, 27182));
        Assert.True(await call.ResponseStream.MoveNext(default));
        await cancel.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await FailsAsync(() => call.ResponseStream.MoveNext(default))).StatusCode);
    }

    internal async Task timeout_on_sleeping_server()
    {
        using var call = client.FullDuplexCall(deadline: DateTime.UtcNow.AddMilliseconds(50));
        var refused = await FailsAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Payload = Zeros(27182) });
            await call.ResponseStream.MoveNext(default);
        });
        Assert.True(refused.StatusCode == StatusCode.DeadlineExceeded, refused.ToString());
    }

    internal async Task custom_metadata()
    {
        var headers = new Metadata { { Initial, "test_initial_metadata_value" }, { Trailing, [0xab, 0xab, 0xab] } };
        using var unary = client.UnaryCallAsync(new() { ResponseSize = 314159, Payload = Zeros(271828) }, headers);
        await unary;
        await EchoedAsync(unary);
        using var duplex = client.FullDuplexCall(headers);
        await duplex.RequestStream.WriteAsync(Ask(314159, 271828));
        await duplex.RequestStream.CompleteAsync();
        await foreach (var _ in duplex.ResponseStream.ReadAllAsync()) { }
        await EchoedAsync(duplex);
    }

    private static async Task EchoedAsync(AsyncCall call)
    {
        Assert.Equal("test_initial_metadata_value", (await call.ResponseHeadersAsync).GetValue(Initial));
        Assert.Equal([0xab, 0xab, 0xab], Assert.Single(call.GetTrailers(), e => e.Key == Trailing).ValueBytes);
    }

    private async Task RefusedAsync(int code, string message)
    {
        var status = new EchoStatus { Code = code, Message = message };
        foreach (var refused in new[] { await FailsAsync(() => client.UnaryCallAsync(new() { ResponseStatus = status }).ResponseAsync), await FailsAsync(DuplexAsync) })
            Assert.Equal((code, message), ((int)refused.StatusCode, refused.Status.Detail));

        async Task DuplexAsync()
        {
            using var call = client.FullDuplexCall();
            await call.RequestStream.WriteAsync(new() { ResponseStatus = status });
            await call.RequestStream.CompleteAsync();
            await call.ResponseStream.MoveNext(default);
        }
    }

    private static Task<RpcException> FailsAsync(Func<Task> call) => Assert.ThrowsAsync<RpcException>(call);

    private static StreamingOutputCallRequest Ask(int size, int sent) => new() { ResponseParameters = { new ResponseParameters { Size = size } }, Payload = Zeros(sent) };

    private static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };
}
