namespace Coordination.Tests.Functional.Clients;

/// <summary>A wire that loses answers: the call arrives and has its effect, and the caller hears nothing; a stream breaks off after some bytes.</summary>
internal sealed class LossyWire(int losesAnswers = 0, int cutsStreamsAfter = int.MaxValue) : DelegatingHandler(new SocketsHttpHandler())
{
    private int left = losesAnswers;

    internal int Cuts { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath != "/issuer/token" && Interlocked.Decrement(ref left) >= 0)
        {
            answer.Dispose();
            throw new HttpRequestException("the answer was lost");
        }
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
            answer.Content = new StreamContent(new Cut(await answer.Content.ReadAsStreamAsync(cancellationToken), cutsStreamsAfter, () => Cuts++));
        return answer;
    }

    private sealed class Cut(Stream inner, int after, Action cut) : Stream
    {
        private int left = after;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left <= 0)
            {
                cut();
                throw new IOException("the connection was cut");
            }
            var count = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, left)], cancellationToken);
            left -= count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }
    }
}
