using Coordination.Rpc;

namespace Coordination.Tests.Conformance;

/// <summary>Twenty-six calls that no well-meaning client makes: each is refused as the protocol says, and the server goes on.</summary>
public sealed class HostileTests(InteropServer server) : IClassFixture<InteropServer>
{
    private static readonly byte[] Good = Wire.Frame(0, 0);

    public static TheoryData<string, byte[], int> Bodies => new()
    {
        { "no message", [], 13 },
        { "two messages", [.. Good, .. Good], 13 },
        { "a prefix cut off", [0, 0, 0], 13 },
        { "a message cut off", Wire.Frame(0, 10, 1, 2), 13 },
        { "a stray byte after the message", [.. Good, 0], 13 },
        { "a message that says it is compressed", Wire.Frame(1, 0), 12 },
        { "a flag that does not exist", Wire.Frame(2, 0), 13 },
        { "a byte more than the limit", Wire.Frame(0, 4 * 1024 * 1024 + 1), 8 },
        { "four gigabytes announced", Wire.Frame(0, uint.MaxValue), 8 },
        { "no protobuf", Wire.Frame(0, 3, 0xFF, 0xFF, 0xFF), 3 },
        { "a field longer than its message", Wire.Frame(0, 2, 0x1A, 0x7F), 3 },
        { "nested without end", Wire.Frame(0, 600, [.. Enumerable.Repeat<byte[]>([0x1B], 600).SelectMany(b => b)]), 3 },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_is_wrong_is_refused(string what, byte[] body, int status)
    {
        var (http, grpc, answer) = await Wire.SendAsync(server.Address, body);
        Assert.True((http, grpc) == (200, status), $"{what}: HTTP {http}, status {grpc}");
        Assert.Null(answer.Content.Headers.ContentLength is > 0 ? answer : null);
        await StillServesAsync();
    }

    [Theory]
    [InlineData("application/json", 415)]
    [InlineData("application/grpcx", 415)]
    [InlineData("text/plain", 415)]
    [InlineData(null, 415)]
    [InlineData("application/grpc+proto", 200)]
    [InlineData("application/grpc; charset=utf-8", 200)]
    public async Task Only_grpc_is_taken(string? contentType, int status)
    {
        Assert.Equal(status, (await Wire.SendAsync(server.Address, Good, contentType: contentType)).Http);
        await StillServesAsync();
    }

    [Theory]
    [InlineData("grpc-encoding", "gzip", 12)]
    [InlineData("grpc-encoding", "br", 12)]
    [InlineData("grpc-encoding", "identity", 0)]
    [InlineData("grpc-timeout", "soon", 0)]
    [InlineData("grpc-timeout", "-5S", 0)]
    [InlineData("grpc-timeout", "999999999S", 0)]
    [InlineData("grpc-timeout", "99999999H", 0)]
    [InlineData("grpc-timeout", "1n", 4)]
    [InlineData("x-broken-bin", "%%%", 0)]
    public async Task A_header_that_is_wrong_is_refused_or_passed_over(string name, string value, int status)
    {
        var (http, grpc, answer) = await Wire.SendAsync(server.Address, Good, headers: (name, value));
        Assert.Equal((200, status), (http, grpc));
        if (status == 12) Assert.Equal("identity", Assert.Single(answer.Headers.GetValues("grpc-accept-encoding")));
        await StillServesAsync();
    }

    [Fact]
    public async Task Metadata_without_measure_ends_its_own_call_only()
    {
        try
        {
            Assert.Equal(431, (await Wire.SendAsync(server.Address, Good, headers: ("x-large", new string('x', 64 * 1024)))).Http);
        }
        catch (HttpRequestException)
        {
            // Or its connection.
        }
        await StillServesAsync();
    }

    [Fact]
    public async Task A_path_or_verb_that_does_not_exist_is_no_call()
    {
        Assert.Equal(404, (await Wire.SendAsync(server.Address, Good, "/grpc.testing.TestService/Nothing")).Http);
        Assert.Equal(404, (await Wire.SendAsync(server.Address, Good, "/grpc.testing.TestService/unarycall/")).Http);
        Assert.Equal(405, (await Wire.SendAsync(server.Address, Good, method: HttpMethod.Get)).Http);
    }

    [Fact]
    public async Task A_call_as_bytes_is_answered_as_bytes()
    {
        var (http, grpc, answer) = await Wire.SendAsync(server.Address, Good, "/grpc.testing.TestService/EmptyCall");
        Assert.Equal((200, 0, "application/grpc"), (http, grpc, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(Good, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task StillServesAsync()
    {
        using var channel = RpcChannel.ForAddress(server.Address);
        await new InteropCases(channel.CreateCallInvoker()).empty_unary();
    }
}
