using Coordination.Command.Jurisdictions;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>Who is asked last when nobody answers: the one the order names, else the body on duty next above the addressee's place in the tree.</summary>
internal static class CallUp
{
    public static async Task<OrderTask> WithSuperiorAsync(this OrderTask task, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) =>
        task.SuperiorAgency is not null ? task : task.WithSuperior(await db.TreeAsync(package, call, ct));

    public static OrderTask WithSuperior(this OrderTask task, JurisdictionTree tree)
    {
        if (task.SuperiorAgency is not null) return task;
        if (tree.PlaceOf(task.ToAgency) is not { } place) return task;
        var above = tree.ReportChain(place).SelectMany(s => s.Agencies).FirstOrDefault(a => a != task.ToAgency && a != task.AlternateAgency);
        return above is null ? task : task with { SuperiorAgency = above };
    }
}
