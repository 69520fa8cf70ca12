using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Coordination.Platform;

/// <summary>
/// A question that is asked again and again in the same words. EF Core compiles it once for each model that is asked, instead of taking it apart and looking it
/// up each time, which costs more than most answers.
/// </summary>
internal sealed class FixedQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> byModel = new();

    /// <summary>The question as it is put to this context's store.</summary>
    internal TQuery In(ServiceDb db) => byModel.TryGetValue(db.Model, out var compiled) ? compiled : byModel.GetValue(db.Model, _ => compile());
}
