using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Coordination.Contracts.Events;

namespace Coordination.Intake.Documents;

/// <summary>What a document does to those of its thread before it.</summary>
internal enum DocumentAct
{
    Begin,
    Update,
    Cancel,
    Protocol,
}

/// <summary>Whether it is meant: only what is actual is a report, and what is an exercise is one in an exercise.</summary>
internal enum DocumentStatus
{
    Actual,
    Exercise,
    Other,
}

/// <summary>What a document says, whichever standard it follows. Persons are not in it.</summary>
internal sealed record DocumentReading(string? Sender, string? Identifier, DateTimeOffset? Sent)
{
    private const int MostText = 4000;

    internal DocumentAct Act { get; init; }
    internal DocumentStatus Status { get; init; }
    /// <summary>Threads of the same sender that it updates or cancels, as <see cref="Key"/> names them.</summary>
    internal IReadOnlyList<string> RefersTo { get; init; } = [];
    internal IncidentCategory? Category { get; init; }
    internal EventKind? Kind { get; init; }
    internal string? EventCode { get; init; }
    internal string? AreaCode { get; init; }
    internal (double Latitude, double Longitude)? Point { get; init; }
    internal string? PlaceText { get; init; }
    internal DateTimeOffset? OccurredAt { get; init; }
    internal DateTimeOffset? Expires { get; init; }
    internal string Text { get; init; } = "";
    /// <summary>Why it cannot be a report whatever else it says; null otherwise.</summary>
    internal DocumentReason? Fault { get; init; }

    internal static DocumentReading Unreadable(DocumentReason why) => new(null, null, null) { Fault = why };

    /// <summary>The name of a thread, of one length whatever its parts are.</summary>
    internal static string Key(string sender, string identifier) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{sender}\n{identifier}")));

    /// <summary>An instant with its offset, in the years that the region knows; null for what is none.</summary>
    internal static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.UtcDateTime.Year is >= 1970 and <= 2199 ? at.ToUniversalTime() : null;

    /// <summary>Words as a report may hold them: no control characters, no broken surrogates, bounded.</summary>
    internal static string Clean(string words, int most = MostText)
    {
        if (words.Length > 4 * most) words = words[..(4 * most)];
        var clean = string.Concat(words.EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !Rune.IsControl(r)).Select(r => r.ToString())).Trim();
        return clean.Length <= most ? clean : clean[..(char.IsHighSurrogate(clean[most - 1]) ? most - 1 : most)];
    }
}
