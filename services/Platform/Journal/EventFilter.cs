using System.Linq.Expressions;

namespace Coordination.Platform;

/// <summary>Which events of a log. What is empty or absent asks for nothing.</summary>
public sealed record EventFilter
{
    /// <summary>Types, each exact (<c>intake.report-received.v1</c>) or a beginning (<c>intake.*</c>).</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Only these incidents or entities.</summary>
    public IReadOnlyList<Guid> Subjects { get; init; } = [];

    /// <summary>Only this exercise.</summary>
    public Guid? Exercise { get; init; }

    /// <summary>No event of any exercise.</summary>
    public bool IsReal { get; init; }

    /// <summary>No type that begins like one of these.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>What can be judged by the event alone and not by the store.</summary>
    public Func<LoggedEvent, bool>? Judge { get; init; }

    /// <summary>What a look into the store's other tables takes out of what was read.</summary>
    public EventChoice? Choose { get; init; }

    /// <summary>What must be done before the events that were chosen are given; when it fails, they are not.</summary>
    public Func<IReadOnlyList<LoggedEvent>, IReadOnlyDictionary<Guid, SubjectPlace>, CancellationToken, Task>? BeforeGiving { get; init; }

    /// <summary>Whether it takes an event as far as that can be said without the store.</summary>
    public bool MayTake(LoggedEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return Takes(e) && (Judge?.Invoke(e) ?? true);
    }

    /// <summary>The same as <see cref="Apply"/>, of an event that was read before.</summary>
    internal bool Takes(LoggedEvent e) =>
        (Types.Count == 0 || Types.Any(t => t.EndsWith('*') ? e.Type.StartsWith(t[..^1], StringComparison.Ordinal) : e.Type == t))
        && !Without.Any(hidden => e.Type.StartsWith(hidden, StringComparison.Ordinal))
        && (Subjects.Count == 0 || Subjects.Contains(e.Subject)) && (Exercise is null || e.Exercise == Exercise) && !(IsReal && e.Exercise is not null);

    internal IQueryable<JournalEntry> Apply(IQueryable<JournalEntry> query)
    {
        if (Types.Count > 0 && !Types.Contains("*")) query = query.Where(OfTypes());
        foreach (var hidden in Without) query = query.Where(e => !e.Type.StartsWith(hidden));
        if (Subjects.Count == 1 && Subjects[0] is var subject) query = query.Where(e => e.Subject == subject);
        else if (Subjects.Count > 1 && Subjects.ToArray() is var subjects) query = query.Where(e => subjects.Contains(e.Subject));
        if (Exercise is { } exercise) query = query.Where(e => e.Exercise == exercise);
        if (IsReal) query = query.Where(e => e.Exercise == null);
        return query;
    }

    /// <summary>One alternative for all exact names and one for each beginning: a store has no operator for "begins like one of these".</summary>
    private Expression<Func<JournalEntry, bool>> OfTypes()
    {
        var exact = Types.Where(t => !t.EndsWith('*')).ToArray();
        var any = exact.Length == 0 ? null : (Expression<Func<JournalEntry, bool>>)(e => exact.Contains(e.Type));
        foreach (var start in Types.Where(t => t.EndsWith('*')).Select(t => t[..^1]))
        {
            Expression<Func<JournalEntry, bool>> one = e => e.Type.StartsWith(start);
            any = any is null ? one : Expression.Lambda<Func<JournalEntry, bool>>(Expression.OrElse(any.Body, new Same(one.Parameters[0], any.Parameters[0]).Visit(one.Body)), any.Parameters);
        }
        return any!;
    }

    private sealed class Same(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

/// <summary>A choice among events that needs a look at other tables; it judges each by itself.</summary>
/// <param name="By">For which agency: the same name, the same choice; null for who sees all, since a token without an agency has the empty name.</param>
/// <param name="Among">Those of the events that are taken.</param>
public sealed record EventChoice(string? By, Func<ServiceDb, IReadOnlyList<LoggedEvent>, CancellationToken, Task<Chosen>> Among);

/// <summary>What was chosen.</summary>
/// <param name="Events">The events.</param>
/// <param name="Places">Where the shared subjects of those that were looked at lie.</param>
public sealed record Chosen(IReadOnlyList<LoggedEvent> Events, IReadOnlyDictionary<Guid, SubjectPlace> Places);
