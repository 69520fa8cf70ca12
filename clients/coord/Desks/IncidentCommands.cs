using System.CommandLine;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord incident</c>: what is under way, and what happens to one.</summary>
internal static class IncidentCommands
{
    internal static Command Command() => new("incident", "Incidents: what is under way.") { List(), Show(), Watch() };

    private static Command List() => Desk.Command("list", "Lists incidents, oldest first.", (_, desk, ct) =>
        desk.ListAsync("/v1/incidents", ct, Shown.IncidentRow));

    private static Command Show()
    {
        var id = Id();
        return Desk.Command("show", "Shows one incident.", async (parsed, desk, ct) =>
            desk.Show(await desk.GetAsync($"/v1/incidents/{parsed.GetValue(id)}", ct), Shown.IncidentCard), id);
    }

    /// <summary>Each event of it, from the first: a line for people, or the event as it is.</summary>
    private static Command Watch()
    {
        var id = Id();
        return Desk.Command("watch", "Prints what happens to an incident as it happens, one event a line, until Ctrl-C.", async (parsed, desk, ct) =>
        {
            await TailEvents.FollowAsync(desk.Region, $"/v1/events?subject={parsed.GetValue(id)}", 0, long.MaxValue, Console.Out, desk.IsJson ? null : EventLine.Of, ct);
            return Exit.Good;
        }, id);
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The incident's id." };
}
