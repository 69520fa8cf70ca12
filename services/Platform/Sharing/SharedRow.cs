using System.Linq.Expressions;

namespace Coordination.Platform;

/// <summary>Something of an agency was read.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Owner">Whose it is; null where the subject says it.</param>
internal readonly record struct Seen(Guid Subject, string? Owner = null);

/// <summary>How a row says what it is about, and whether its reader finds it without any part in that: then nothing protected is read.</summary>
internal sealed class SharedRow
{
    /// <summary>Under this name it stands in the model.</summary>
    internal const string Annotation = "Coordination:SharedRow";

    private readonly Lazy<Func<ServiceDb, object, Seen?>> seen;

    private SharedRow(Func<Func<ServiceDb, object, Seen?>> compile) => seen = new(compile);

    /// <summary>What the caller at hand reads about with this row; null when it needs no part in it.</summary>
    internal Seen? Of(ServiceDb db, object row) => seen.Value(db, row);

    internal static SharedRow Of<T>(Func<T, Seen?> about) => new(() => (_, row) => about((T)row));

    /// <param name="maker">The context that makes the model: rules that ask it are to ask the one at hand.</param>
    /// <param name="about">What a row is about.</param>
    /// <param name="own">What is found without a part in it.</param>
    internal static SharedRow Of<T>(ServiceDb maker, Func<T, Seen?> about, Expression<Func<T, bool>>? own) => own is null ? Of(about) : new(() =>
    {
        var db = Expression.Parameter(typeof(ServiceDb));
        var isOwn = Expression.Lambda<Func<ServiceDb, T, bool>>(new AtHand(maker, Expression.Convert(db, maker.GetType())).Visit(own.Body), db, own.Parameters[0]).Compile();
        return (at, row) => isOwn(at, (T)row) ? null : about((T)row);
    });

    internal static Func<T, Seen?> About<T>(Expression<Func<T, Guid?>> subject, Func<T, string?>? owner)
    {
        var find = new Lazy<Func<T, Guid?>>(() => subject.Compile());
        return row => find.Value(row) is { } id ? new Seen(id, owner?.Invoke(row)) : null;
    }

    private sealed class AtHand(ServiceDb maker, Expression db) : ExpressionVisitor
    {
        protected override Expression VisitConstant(ConstantExpression node) => ReferenceEquals(node.Value, maker) ? db : node;
    }
}
