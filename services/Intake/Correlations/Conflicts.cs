using System.Globalization;
using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;

namespace Coordination.Intake.Correlations;

/// <summary>A value on which two reports differ, side by side. Neither replaces the other.</summary>
/// <param name="Field">Which value.</param>
/// <param name="First">As the one report has it: an instant, a coordinate, a kind or a count.</param>
/// <param name="FirstSource">Who says so.</param>
/// <param name="FirstConfidence">How sure it is.</param>
/// <param name="Second">As the other has it.</param>
/// <param name="SecondSource">Who says so.</param>
/// <param name="SecondConfidence">How sure it is.</param>
public sealed record ConflictingValue(
    ConflictField Field, [property: Text(64)] string First, ReportSource FirstSource, Confidence FirstConfidence, [property: Text(64)] string Second,
    ReportSource SecondSource, Confidence SecondConfidence);

internal static class Conflicts
{
    internal static IReadOnlyList<ConflictingValue> Between(Report a, Report b)
    {
        var (x, y) = (a.Facts(), b.Facts());
        var found = new List<ConflictingValue>();
        Add(ConflictField.OccurredAt, x.OccurredAt?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            y.OccurredAt?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), a.Verified?.OccurredAt is not null, b.Verified?.OccurredAt is not null);
        Add(ConflictField.Place, Where(x), Where(y), a.Verified?.Place is not null, b.Verified?.Place is not null);
        Add(ConflictField.EventKind, x.Kind?.ToString(), y.Kind?.ToString(), a.Verified?.EventKind is not null, b.Verified?.EventKind is not null);
        foreach (var one in x.Casualties)
            if (y.Casualties.FirstOrDefault(c => c.Kind == one.Kind) is { } other)
                Add(Field(one.Kind), Number(one.Count), Number(other.Count), one.Confidence == Confidence.Verified, other.Confidence == Confidence.Verified);
        return found;

        void Add(ConflictField field, string? first, string? second, bool firstVerified, bool secondVerified)
        {
            if (first is null || second is null || first == second) return;
            found.Add(new(field, first, a.Source, Sure(firstVerified), second, b.Source, Sure(secondVerified)));
        }
    }

    private static Confidence Sure(bool verified) => verified ? Confidence.Verified : Confidence.Reported;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Where(ReportedFacts f) => f.Latitude is { } lat && f.Longitude is { } lon ? $"{f.AreaCode} {Number(lat)} {Number(lon)}" : f.AreaCode;

    private static ConflictField Field(CasualtyKind kind) => kind switch
    {
        CasualtyKind.Dead => ConflictField.Dead,
        CasualtyKind.Missing => ConflictField.Missing,
        CasualtyKind.Injured => ConflictField.Injured,
        CasualtyKind.Trapped => ConflictField.Trapped,
        _ => ConflictField.Evacuated,
    };
}
