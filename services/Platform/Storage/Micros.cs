using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Coordination.Platform;

/// <summary>Instants are stored as UTC microseconds since 1970 (design section 4): both databases order and compare them alike.</summary>
public static class Micros
{
    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public static long Of(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant, in UTC.</summary>
    public static DateTimeOffset At(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The same instant in UTC without the part below a microsecond.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) => At(Of(instant));
}

internal sealed class MicrosConverter() : ValueConverter<DateTimeOffset, long>(d => Micros.Of(d), m => Micros.At(m));
