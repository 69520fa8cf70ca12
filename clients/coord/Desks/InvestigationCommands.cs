using System.CommandLine;

namespace Coordination.CommandLine.Desks;

/// <summary>What was moved at the scene of an accident and how it is investigated: <c>coord incident scene|investigations</c>, and <c>coord investigation</c>.</summary>
internal static class InvestigationCommands
{
    internal static Command Command() => new("investigation", "Investigations of accidents, and the measures of their replies.") { Show(), Measures(), Done() };

    internal static Command Scene()
    {
        var incident = Incident();
        return Desk.Command("scene", "Lists what was moved at the scene of an accident, oldest entry first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/incidents/{parsed.GetValue(incident)}/scene-entries", ct, Shown.SceneEntryRow), incident);
    }

    internal static Command OfIncident()
    {
        var incident = Incident();
        return Desk.Command("investigations", "Lists the investigations of an accident, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/incidents/{parsed.GetValue(incident)}/investigations", ct, Shown.InvestigationRow), incident);
    }

    private static Command Show()
    {
        var id = Id();
        return Desk.Command("show", "Shows one investigation.", async (parsed, desk, ct) =>
            desk.Show(await desk.GetAsync($"/v1/investigations/{parsed.GetValue(id)}", ct), Shown.InvestigationCard), id);
    }

    private static Command Measures()
    {
        var id = Id();
        return Desk.Command("measures", "Lists what the reply to an investigation asks for, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/investigations/{parsed.GetValue(id)}/measures", ct, Shown.InvestigationMeasureRow), id);
    }

    private static Command Done()
    {
        var measure = new Argument<Guid>("ID") { Description = "The measure's id." };
        return Desk.Command("done", "Says that your agency has done a measure.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/investigation-measures/{parsed.GetValue(measure)}", "finish", null, ct), Shown.InvestigationMeasureRow), measure);
    }

    private static Argument<Guid> Incident() => new("ID") { Description = "The incident's id." };

    private static Argument<Guid> Id() => new("ID") { Description = "The investigation's id." };
}
