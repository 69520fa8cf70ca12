using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Coordination.Contracts.Events;
using Coordination.Intake.Messages;

namespace Coordination.Intake.Documents;

/// <summary>Whether it is meant: only what is actual is a report, and what is an exercise is one in an exercise.</summary>
internal enum DocumentStatus
{
    Actual,
    Exercise,
    /// <summary>A test, a draft, a message among systems.</summary>
    Other,
    /// <summary>It does not say, or nothing that the standard knows.</summary>
    Unclear,
}

/// <summary>What a document says, whichever standard it follows. Persons are not in it.</summary>
internal sealed record DocumentReading(string? Sender, string? Identifier, DateTimeOffset? Sent)
{
    internal DocumentAct Act { get; init; }
    internal DocumentStatus Status { get; init; }
    /// <summary>Threads of the same sender that it updates or cancels, as <see cref="Key"/> names them.</summary>
    internal IReadOnlyList<string> RefersTo { get; init; } = [];
    internal IncidentCategory? Category { get; init; }
    internal EventKind? Kind { get; init; }
    internal string? EventCode { get; init; }
    /// <summary>Codes in the region's own system, in its order; whether the region knows them is not said here.</summary>
    internal IReadOnlyList<string> AreaCodes { get; init; } = [];
    internal (double Latitude, double Longitude)? Point { get; init; }
    internal string? PlaceText { get; init; }
    internal DateTimeOffset? OccurredAt { get; init; }
    internal DateTimeOffset? Expires { get; init; }
    internal string Text { get; init; } = "";
    /// <summary>Why it cannot be a report whatever else it says; null otherwise.</summary>
    internal DocumentReason? Fault { get; init; }

    internal static DocumentReading Unreadable(DocumentReason why) => new(null, null, null) { Fault = why, Status = DocumentStatus.Unclear };

    /// <summary>The name of a thread, of one length whatever its parts are.</summary>
    internal static string Key(string sender, string identifier) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{sender}\n{identifier}")));

    /// <summary>An instant with its date, in the years that the region knows and to the microsecond that it keeps; null for what is none.</summary>
    internal static DateTimeOffset? Moment(string? text) =>
        text is { Length: >= 10 } && text[4] == '-' && text[7] == '-' && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.UtcDateTime.Year is >= 1970 and <= 2199
            ? at.ToUniversalTime().AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)) : null;

    /// <summary>Words as a report may hold them: no control characters, no broken surrogates, bounded.</summary>
    internal static string Clean(string words, int most = GatewayMessage.Situation)
    {
        if (words.Length > 4 * most) words = words[..(4 * most)];
        var clean = string.Concat(words.EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !Rune.IsControl(r)).Select(r => r.ToString())).Trim();
        return AsItComes.Cut(clean, most).First;
    }
}
