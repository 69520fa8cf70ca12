using System.Linq.Expressions;

namespace Coordination.Platform;

/// <summary>How a row says which shared subject it belongs to, and whether its reader finds it without any part in that: then nothing protected is read.</summary>
internal sealed class SharedRow
{
    /// <summary>Under this name it stands in the model.</summary>
    internal const string Annotation = "Coordination:SharedRow";

    private readonly Lazy<Func<ServiceDb, object, Guid?>> subject;

    private SharedRow(Func<Func<ServiceDb, object, Guid?>> compile) => subject = new(compile);

    /// <summary>What the caller at hand reads about with this row; null when it needs no part in it.</summary>
    internal Guid? SubjectOf(ServiceDb db, object row) => subject.Value(db, row);

    internal static SharedRow Of<T>(Func<T, Guid?> subject) => new(() => (_, row) => subject((T)row));

    /// <param name="maker">The context that makes the model: rules that ask it are to ask the one at hand.</param>
    /// <param name="subject">The subject of a row.</param>
    /// <param name="own">What is found without a part in it.</param>
    internal static SharedRow Of<T>(ServiceDb maker, Expression<Func<T, Guid?>> subject, Expression<Func<T, bool>>? own) => new(() =>
    {
        var find = subject.Compile();
        if (own is null) return (_, row) => find((T)row);
        var db = Expression.Parameter(typeof(ServiceDb));
        var isOwn = Expression.Lambda<Func<ServiceDb, T, bool>>(new AtHand(maker, Expression.Convert(db, maker.GetType())).Visit(own.Body), db, own.Parameters[0]).Compile();
        return (at, row) => isOwn(at, (T)row) ? null : find((T)row);
    });

    private sealed class AtHand(ServiceDb maker, Expression db) : ExpressionVisitor
    {
        protected override Expression VisitConstant(ConstantExpression node) => ReferenceEquals(node.Value, maker) ? db : node;
    }
}
