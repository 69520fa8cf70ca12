namespace Coordination.Gateway;

internal static class Causes
{
    /// <summary>An exception and everything that led to it.</summary>
    internal static IEnumerable<Exception> Of(Exception? e) => e switch
    {
        null => [],
        AggregateException many => many.InnerExceptions.SelectMany(Of),
        _ => Of(e.InnerException).Prepend(e),
    };
}
