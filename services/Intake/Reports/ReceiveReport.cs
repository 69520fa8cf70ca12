using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>A report of an agency, institution or reporter in the field (突发事件应对法 Art. 61: timely, objective, true).</summary>
/// <param name="Kind">What it is in its series.</param>
/// <param name="Source">Who sends it.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ToAgency">Agency that shall handle it.</param>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="KnownAt">When the reporting body learned of it; reporting clocks run from here.</param>
/// <param name="Content">What it says.</param>
/// <param name="Tier">Tier of the reporting body; where it is not said, that of the place the agency has in the tree.</param>
/// <param name="ToTier">Tier of the receiving body.</param>
/// <param name="PriorReportId">Report that this one continues or corrects.</param>
/// <param name="IncidentId">Incident of a zero report without a series.</param>
/// <param name="Contacts">Contacts; sealed at once and destroyed by a clock.</param>
/// <param name="Outage">Outage that held the report back.</param>
/// <param name="Late">When it was made, where it is entered afterwards; the reporting clock is judged by it.</param>
public sealed record ReceiveReport(
    ReportKind Kind, ReportSource Source, ReportChannel Channel, [property: Text(64)] string ToAgency, IncidentCategory Category, Place Place,
    [property: NotInFuture] DateTimeOffset KnownAt, ReportContent Content, JurisdictionTier? Tier = null, JurisdictionTier? ToTier = null,
    Guid? PriorReportId = null, Guid? IncidentId = null, ReportContacts? Contacts = null, ReportOutage? Outage = null, LateAct? Late = null);

/// <summary>Contacts of a report: names and numbers as given. They never leave Intake.</summary>
/// <param name="Reporter">Of the person who reports.</param>
/// <param name="Scene">On the scene.</param>
public sealed record ReportContacts([property: Text(200)] string? Reporter = null, [property: Text(200)] string? Scene = null);

/// <summary>An outage of the link; evidence beside a late report.</summary>
/// <param name="From">Start.</param>
/// <param name="Until">End.</param>
public sealed record ReportOutage([property: NotInFuture] DateTimeOffset From, [property: NotInFuture] DateTimeOffset Until);

internal static class ReceiveReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports", Handle)
        .WithName("receiveReport").IsLifeSafety().WithSummary("A report arrives. Its clocks run from when the reporting body knew.")
        .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Integration);

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(ReceiveReport body, Sending sending, CancellationToken ct) =>
        await sending.SendAsync(body, ct) switch
        {
            ({ } report, _) => TypedResults.Created($"/v1/reports/{report.Id}", ReportView.Of(report)),
            (_, var refusal) => refusal!.Problem(),
        };
}
