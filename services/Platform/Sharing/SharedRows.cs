using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
#pragma warning disable EF1001 // The public interceptor of rows makes a dictionary for every row of every table; the journal's readers would pay for it.
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace Coordination.Platform;

/// <summary>
/// Tells the context of each row of a shared subject that is made from what the store gave, tracked or not, whatever question asked for it: no use case can
/// forget it. Other rows are made as ever.
/// </summary>
internal sealed class SharedRows(StructuralTypeMaterializerSourceDependencies dependencies) : RelationalStructuralTypeMaterializerSource(dependencies), IStructuralTypeMaterializerSource
{
    private static readonly MethodInfo Telling = typeof(SharedRows).GetMethod(nameof(Tell), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Every question is compiled through the interface, and so comes here.</summary>
    Expression IStructuralTypeMaterializerSource.CreateMaterializeExpression(StructuralTypeMaterializerSourceParameters parameters, Expression materializationContextExpression)
    {
        var made = CreateMaterializeExpression(parameters, materializationContextExpression);
        return (parameters.StructuralType as IEntityType)?.FindAnnotation(SharedRow.Annotation)?.Value is SharedRow rule
            ? Expression.Call(Telling.MakeGenericMethod(made.Type), Expression.Property(materializationContextExpression, nameof(MaterializationContext.Context)), made, Expression.Constant(rule))
            : made;
    }

    private static T Tell<T>(DbContext db, T row, SharedRow rule) where T : class
    {
        (db as ServiceDb)?.Made(row, rule);
        return row;
    }
}
#pragma warning restore EF1001
