namespace Coordination.Mediation;

internal static class InOrder
{
    /// <summary>Ids for things made together: lists are in the order of ids, and ids of one millisecond have none of their own.</summary>
    public static List<Guid> Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).Order()];
}
