using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Coordination.Tests.Chaos;

/// <summary>The link that the battery makes bad does what it says, no more and no less.</summary>
public sealed class FaultProxyTests : IAsyncDisposable
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly TcpListener echo = new(Anywhere);
    private readonly FaultProxy link;

    public FaultProxyTests()
    {
        echo.Start();
        _ = EchoAsync();
        link = FaultProxy.Start(Anywhere, echo.LocalEndpoint, seed: 7);
    }

    [Fact]
    public async Task A_clear_link_carries_every_byte_in_order()
    {
        using var client = await ConnectAsync();
        var sent = new byte[3_000_000];
        new Random(7).NextBytes(sent);
        var (got, reading) = (new byte[sent.Length], client.GetStream());
        var sending = Task.Run(() => reading.WriteAsync(sent).AsTask());
        await reading.ReadExactlyAsync(got);
        await sending;
        Assert.Equal(sent, got);
    }

    [Fact]
    public async Task A_late_link_answers_no_sooner_than_both_ways_take()
    {
        link.Weather = LinkWeather.Late(100);
        using var client = await ConnectAsync();
        var clock = Stopwatch.StartNew();
        await AnswerAsync(client, 7);
        Assert.True(clock.ElapsedMilliseconds >= 200, $"the answer was there after {clock.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData(nameof(Way.Out))]
    [InlineData(nameof(Way.Back))]
    [InlineData(nameof(Way.Both))]
    public async Task A_way_that_is_held_gives_nothing_until_it_is_released(string way)
    {
        using var client = await ConnectAsync();
        await AnswerAsync(client, 1);
        link.Weather = new(Held: Enum.Parse<Way>(way));
        await client.GetStream().WriteAsync(new byte[] { 2 });
        var answer = ReadAsync(client);
        await using (var other = FaultProxy.Start(Anywhere, echo.LocalEndpoint, 1))
        {
            using var free = new TcpClient();
            await free.ConnectAsync(other.Address);
            for (byte n = 0; n < 50; n++) await AnswerAsync(free, n);
        }
        Assert.False(answer.IsCompleted);
        link.Weather = LinkWeather.Clear;
        Assert.Equal(2, await answer);
    }

    [Fact]
    public async Task A_connection_is_reset_in_the_middle_of_what_it_carries()
    {
        link.Weather = new(ResetAfter: 1000);
        using var client = await ConnectAsync();
        var stream = client.GetStream();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            for (var n = 0; n < 100_000; n++) await stream.WriteAsync(new byte[100]);
        });
    }

    [Fact]
    public async Task A_half_open_connection_is_silent_until_it_is_reset_and_new_ones_are_whole()
    {
        using var halved = await ConnectAsync();
        await AnswerAsync(halved, 1);
        link.Halve();
        await halved.GetStream().WriteAsync(new byte[] { 2 });
        var answer = ReadAsync(halved);
        using var whole = await ConnectAsync();
        await AnswerAsync(whole, 3);
        Assert.False(answer.IsCompleted);
        link.Reset();
        await Assert.ThrowsAnyAsync<IOException>(() => answer);
    }

    [Fact]
    public async Task A_narrow_link_takes_the_time_that_its_bytes_need()
    {
        link.Weather = new(BytesPerSecond: 20_000);
        using var client = await ConnectAsync();
        var clock = Stopwatch.StartNew();
        await client.GetStream().WriteAsync(new byte[4_000]);
        await client.GetStream().ReadExactlyAsync(new byte[4_000]);
        Assert.True(clock.ElapsedMilliseconds >= 200, $"4,000 bytes were there and back after {clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task The_end_of_one_side_is_the_end_of_the_other()
    {
        using (var client = await ConnectAsync()) await AnswerAsync(client, 1);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (link.Open > 0)
        {
            Assert.False(limit.IsCancellationRequested, "the connection did not end");
            await Task.Delay(10, CancellationToken.None);
        }
        echo.Stop();
        // Taken and closed again, or closed before the system says that it was taken.
        var end = await Record.ExceptionAsync(async () =>
        {
            using var refused = await ConnectAsync();
            await ReadAsync(refused);
        });
        Assert.True(end is IOException or SocketException, $"{end}");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await link.DisposeAsync();
        echo.Dispose();
        stop.Dispose();
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(link.Address);
        return client;
    }

    private static async Task AnswerAsync(TcpClient client, byte value)
    {
        await client.GetStream().WriteAsync(new[] { value });
        Assert.Equal(value, await ReadAsync(client));
    }

    private static async Task<byte> ReadAsync(TcpClient client)
    {
        var one = new byte[1];
        await client.GetStream().ReadExactlyAsync(one);
        return one[0];
    }

    private async Task EchoAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var socket = await echo.AcceptSocketAsync(stop.Token);
            _ = Task.Run(async () =>
            {
                await using var stream = new NetworkStream(socket, ownsSocket: true);
                await stream.CopyToAsync(stream);
            });
        }
    }
}
