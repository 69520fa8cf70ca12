using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Coordination.Contracts.Events;
using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What of its callers' access was ended, in the memory of a service: each call is held against it, and open streams are cut when it grows.</summary>
public sealed class EndedAccess
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<Watch, byte> watches = new();
    private readonly Dictionary<Guid, EndedAccessRow> rows = [];
    private volatile FrozenDictionary<Guid, DateTimeOffset> latest = FrozenDictionary<Guid, DateTimeOffset>.Empty;
    private int changes;

    /// <summary>How something is named without saying what it is: the half of a SHA-256.</summary>
    public static Guid MarkOf(AccessKind kind, string value) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{value}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>True when the holder's token, or the certificate that was shown with it, is good no longer, whatever their signatures say.</summary>
    internal bool Has(ClaimsPrincipal holder, string? certificate)
    {
        var ended = latest;
        if (ended.Count == 0) return false;
        return Is(AccessKind.Token, holder.FindFirst("jti")?.Value, out _) || Is(AccessKind.Client, holder.FindFirst("client_id")?.Value, out _)
            || Is(AccessKind.Certificate, BoundCertificate.Of(holder), out _) || Is(AccessKind.Certificate, certificate, out _) || (Is(AccessKind.Subject, holder.FindFirst("sub")?.Value, out var at) && IssuedAt(holder) <= at);

        bool Is(AccessKind kind, string? value, out DateTimeOffset moment)
        {
            moment = default;
            return value is not null && ended.TryGetValue(MarkOf(kind, value), out moment);
        }
    }

    /// <summary>Cancels <see cref="Watch.Token"/> when the caller's access is ended: for streams, which are let in once and last for hours.</summary>
    public Watch Over(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var watch = new Watch(this, http.User, CertificateHeader.Of(http));
        watches[watch] = 0;
        // What was ended between the check of the token and now.
        Look(watch);
        return watch;
    }

    internal void Put(EndedAccessRow row) => Change(() => rows[row.Id] = row);

    internal void Remove(Guid id) => Change(() => rows.Remove(id));

    /// <summary>Takes what the store holds, which other replicas write too.</summary>
    internal async Task ReadAsync(ServiceDb db, CancellationToken ct)
    {
        while (true)
        {
            var before = Volatile.Read(ref changes);
            var stored = await db.Set<EndedAccessRow>().AsNoTracking().ToListAsync(ct);
            if (Replace(before, stored)) return;
        }
    }

    /// <summary>A token says when it was issued in seconds: one of the same second counts as issued before.</summary>
    private static DateTimeOffset IssuedAt(ClaimsPrincipal holder) =>
        double.TryParse(holder.FindFirst("iat")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : DateTimeOffset.MinValue;

    /// <summary>Not when something was put here while the store was read: what was read may be older.</summary>
    private bool Replace(int before, List<EndedAccessRow> stored)
    {
        lock (gate)
        {
            if (before != changes) return false;
            rows.Clear();
            foreach (var row in stored) rows[row.Id] = row;
            Publish();
        }
        CutStreams();
        return true;
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            changes++;
            Publish();
        }
        CutStreams();
    }

    private void Publish() => latest = rows.Values.GroupBy(r => r.Mark).ToFrozenDictionary(g => g.Key, g => g.Max(r => r.At));

    private void CutStreams()
    {
        foreach (var watch in watches.Keys) Look(watch);
    }

    private void Look(Watch watch)
    {
        if (Has(watch.Holder, watch.Certificate)) watch.Cut();
    }

    /// <summary>One stream's look-out.</summary>
    public sealed class Watch : IDisposable
    {
        private readonly CancellationTokenSource cut = new();
        private readonly EndedAccess of;

        internal Watch(EndedAccess of, ClaimsPrincipal holder, string? certificate) => (this.of, Holder, Certificate, Token) = (of, holder, certificate, cut.Token);

        /// <summary>Cancelled when the access is ended.</summary>
        public CancellationToken Token { get; }

        internal ClaimsPrincipal Holder { get; }

        internal string? Certificate { get; }

        internal void Cut()
        {
            try
            {
                cut.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The stream ended by itself meanwhile.
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            of.watches.TryRemove(this, out _);
            cut.Dispose();
        }
    }
}
