using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>A document of another system as the agency that handles it sees it.</summary>
/// <param name="Id">The document.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="Reason">Why it became no report by itself, or null.</param>
/// <param name="Format">Its standard.</param>
/// <param name="FromAgency">Agency that handed it over.</param>
/// <param name="Agency">Agency that handles it.</param>
/// <param name="Text">What it says; empty once it is a report.</param>
/// <param name="SentAt">When it was sent, as it says; when it arrived, where it does not say.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
/// <param name="Sha256">Digest of its bytes, in hexadecimal digits.</param>
/// <param name="HasOriginal">True while its bytes are kept.</param>
/// <param name="ReportId">The report it became, or null.</param>
/// <param name="Dismissal">Why a person found nothing reported, or null.</param>
/// <param name="AreaCode">The area that it names, while it is held, or null.</param>
/// <param name="Latitude">Of the point that it names, while it is held: degrees, WGS 84; or null.</param>
/// <param name="Longitude">Of the point that it names, while it is held: degrees, WGS 84; or null.</param>
/// <param name="PlaceText">The place in its words, while it is held, or null.</param>
public sealed record DocumentView(
    Guid Id, int Version, DocumentState State, DocumentReason? Reason, DocumentFormat Format, string FromAgency, string Agency, string Text,
    DateTimeOffset SentAt, DateTimeOffset ReceivedAt, string Sha256, bool HasOriginal, Guid? ReportId, DismissalReason? Dismissal, string? AreaCode, double? Latitude, double? Longitude, string? PlaceText) : IVersioned
{
    internal static DocumentView Of(ReportDocument d) => new(
        d.Id, d.Version, d.State, d.Reason, d.Format, d.FromAgency, d.Agency, d.Text, d.SentAt, d.ReceivedAt, d.Sha256, d.Original is not null, d.ReportId, d.Dismissal,
        d.AreaCode, d.Latitude, d.Longitude, d.PlaceText);
}

/// <summary>A document's bytes as they came.</summary>
/// <param name="Sha256">Their digest, in hexadecimal digits.</param>
/// <param name="Content">The bytes in Base64.</param>
public sealed record DocumentOriginal(string Sha256, string Content);
