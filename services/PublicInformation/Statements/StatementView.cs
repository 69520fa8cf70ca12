using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Statements;

/// <summary>A statement. Author and approver are known inside only.</summary>
public sealed record StatementView(
    Guid Id, int Version, StatementState State, Guid? IncidentId, string Title, string Body, string Language, IReadOnlyList<Fact> Facts,
    IReadOnlyList<TranslationView> Translations, string Agency, Guid? Supersedes, Guid? SupersededBy, bool IsCorrection, string? Notice,
    DateTimeOffset? PublishedAt, DateTimeOffset? EndedAt, bool IsExercise) : IVersioned
{
    internal static StatementView Of(Statement s) => new(
        s.Id, s.Version, s.State, s.IncidentId, s.Title, s.Body, s.Language, s.Facts, [.. s.Translations.Select(TranslationView.Of)], s.Agency, s.Supersedes,
        s.SupersededBy, s.IsCorrection, s.Notice, s.PublishedAt, s.EndedAt, s.ExerciseId is not null);

    /// <summary>As the public sees it: with the translations that another person approved.</summary>
    internal static StatementView Public(Statement s) => Of(s) with { Translations = [.. s.Translations.Where(t => t.Approved).Select(TranslationView.Of)] };
}

/// <summary>A statement in another language, or in plain words.</summary>
public sealed record TranslationView(string Language, bool Plain, string Title, string Body, bool Approved)
{
    internal static TranslationView Of(TranslationVariant t) => new(t.Language, t.Plain, t.Title, t.Body, t.Approved);
}
