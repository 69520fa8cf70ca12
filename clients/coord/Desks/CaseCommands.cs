using System.CommandLine;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord case</c>: mediation's cases, for its own people.</summary>
internal static class CaseCommands
{
    internal static Command Command()
    {
        var id = new Argument<Guid>("ID") { Description = "The case's id." };
        return new("case", "Disputes that are mediated.")
        {
            Desk.Command("list", "Lists the cases that are yours to see.", (_, desk, ct) => desk.ListAsync("/v1/mediation-cases", ct, Shown.CaseRow)),
            Desk.Command("show", "Shows one case.", async (parsed, desk, ct) => desk.Show(await desk.GetAsync($"/v1/mediation-cases/{parsed.GetValue(id)}", ct), Shown.CaseCard), id),
        };
    }
}
