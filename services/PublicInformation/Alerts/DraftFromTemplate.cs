using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// An alert from a template, or from an incident, or both: the incident says which template where none is named, and where where no area is given. Without channels it goes to those that the
/// package requires.
/// </summary>
public sealed record DraftFromTemplate(
    [property: Text(40)] string? Template = null, Guid? IncidentId = null, [property: Items(1, 50)] IReadOnlyList<AlertArea>? Areas = null, [property: Items(0, 50)] IReadOnlyList<AlertBlank>? Blanks = null,
    [property: Items(1, 20)] IReadOnlyList<string>? Channels = null, DateTimeOffset? Expires = null, [property: Text(64)] string? Source = null);

/// <summary>Gives a draft whose blanks its author fills.</summary>
internal static class DraftFromTemplateCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/alerts/from-template", Handle).WithName("draftAlertFromTemplate").IsLifeSafety()
            .WithSummary("Drafts an alert from a template, for an incident or for areas.").RequireRole(Roles.PublicInformationOfficer);
        routes.MapGet("/v1/alerts/templates", List).WithName("listAlertTemplates").WithSummary("Templates of alerts, one for each hazard, and their blanks.")
            .RequireRole(Roles.PublicInformationOfficer, Roles.Approver, Roles.DutyOfficer, Roles.Commander);
    }

    private static Ok<Page<AlertTemplateView>> List(JurisdictionPackage package) =>
        TypedResults.Ok(new Page<AlertTemplateView>([.. AlertTemplates.Of(package).List.Select(AlertTemplateView.Of)], null));

    private static async Task<Results<Created<AlertView>, ProblemHttpResult>> Handle(
        DraftFromTemplate request, PublicInformationDb db, JurisdictionPackage package, AlertDrafting drafting, Call call, CancellationToken ct)
    {
        var incident = request.IncidentId is { } id ? await db.Incidents.FirstOrDefaultAsync(i => i.Id == id && i.ExerciseId == call.Exercise, ct) : null;
        if (request.IncidentId is { } unknown && incident is null) return Problems.NotFound("incident", unknown);
        var templates = AlertTemplates.Of(package);
        if (Choose(request, incident, templates) is not { } template) return templates.Missing().Problem();
        if (request.Areas is null && incident is null) return Refusal.Invalid("/areas", "alert-template", "Without an incident say where.").Problem();
        var required = package.Section<AlertChannels>("channels").List.Where(c => c.Required).Select(c => c.Key).ToList();
        var draft = Of(template, request, incident, required, call.Now);
        if (AlertBlanks.Fault(request.Blanks ?? [], AlertBlanks.Left(draft.Texts, draft.Areas)) is { } wrong) return wrong.Problem();
        draft = Filled(draft, request.Blanks ?? []);
        if (AlertBlanks.TooLong(draft.Texts, draft.Areas) is { } tooLong) return tooLong.Problem();
        return await drafting.EnterAsync(draft, null, ct);
    }

    internal static AlertTemplate? Choose(DraftFromTemplate request, InformedIncident? incident, AlertTemplates templates) =>
        request.Template is { } key ? templates.Named(key) : incident?.Kind is { } kind ? templates.For(kind, incident.EventCode) : null;

    internal static DraftAlert Of(AlertTemplate template, DraftFromTemplate request, InformedIncident? incident, IReadOnlyList<string> required, DateTimeOffset now)
    {
        var areas = request.Areas ?? [new("{{place}}", incident!.Jurisdiction)];
        var code = areas[0].AreaCode;
        return new(
            AlertMessageType.Alert, template.Kind, template.Urgency, template.Severity, template.Certainty, [.. template.Texts.Select(t => t.Text())], areas, request.Channels ?? required,
            code.Length >= 6 && code[..6].All(char.IsAsciiDigit) ? code[..6] : "000000", request.Expires ?? now.AddMinutes(template.Minutes), incident?.Id, null, template.IsFor(incident?.EventCode) ? incident!.EventCode : template.EventCode,
            template.Responses.Count > 0 ? template.Responses : null, Source: request.Source);
    }

    internal static DraftAlert Filled(DraftAlert draft, IReadOnlyList<AlertBlank> blanks) => draft with
    {
        Texts = [.. draft.Texts.Select(t => AlertBlanks.Fill(AlertBlanks.Named(t, draft.Areas), blanks))], Areas = [.. draft.Areas.Select(a => AlertBlanks.Fill(a, blanks, draft.Texts[0].Language))],
    };
}
