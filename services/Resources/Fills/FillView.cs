using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Fills;

/// <summary>A fill as one party's book shows it, with the C3 views derived from it.</summary>
/// <param name="Id">The fill; the same in both books.</param>
/// <param name="Version">Version of this book's entry.</param>
/// <param name="Side">Whose book it is.</param>
/// <param name="RequesterAgency">Who needs.</param>
/// <param name="SupplierAgency">Who owns.</param>
/// <param name="State">State.</param>
/// <param name="Reservation">C3 Reservation, or null when nothing is leased.</param>
/// <param name="MutualAid">C3 MutualAid.</param>
/// <param name="Deployment">C3 Deployment, or null before the order.</param>
/// <param name="Response">EDXL-RM response.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="TypeCode">What.</param>
/// <param name="UnitOfMeasure">What is counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="WantedQuantity">How many the requester would rather have.</param>
/// <param name="UnitId">Named unit.</param>
/// <param name="PriceMinor">Quoted price in minor units.</param>
/// <param name="ClaimMinor">Claimed cost in minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="ValidUntil">Until when the offer and its lease hold.</param>
/// <param name="AvailableUntil">Until when it may stay.</param>
/// <param name="WantedUntil">Until when the requester would keep it.</param>
/// <param name="Times">When what happened.</param>
/// <param name="IsStale">Nothing was heard of it for too long.</param>
/// <param name="IsOrderImplied">It was committed on request, without an order.</param>
/// <param name="AskId">The ask it answers.</param>
/// <param name="RequestId">Its request.</param>
/// <param name="LineId">Its line.</param>
/// <param name="IncidentId">Its incident.</param>
/// <param name="ThreadId">OriginatingMessageID of its EDXL-RM thread.</param>
/// <param name="Trail">Every step, hash-chained.</param>
/// <param name="AgreementId">The agreement on mutual aid under which it was asked, or null.</param>
/// <param name="Term">What that agreement said of the type when it was offered, or null.</param>
/// <param name="StagingAreaId">Where it waits to be put to work, in the book of who receives it; null at the incident itself.</param>
public sealed record FillView(
    Guid Id, int Version, FillSide Side, string RequesterAgency, string SupplierAgency, FillState State, ReservationState? Reservation,
    MutualAidState MutualAid, DeploymentState? Deployment, RmResponse Response, FillReason? Reason, string TypeCode, string UnitOfMeasure, int Quantity,
    int? WantedQuantity, Guid? UnitId, long? PriceMinor, long? ClaimMinor, string? Currency, DateTimeOffset? ValidUntil, DateTimeOffset? AvailableUntil,
    DateTimeOffset? WantedUntil, FillTimes Times, bool IsStale, bool IsOrderImplied, Guid? AskId, Guid? RequestId, Guid? LineId, Guid? IncidentId,
    Guid ThreadId, IReadOnlyList<FillTrail> Trail, Guid? AgreementId, AidTerm? Term, Guid? StagingAreaId) : IVersioned
{
    internal static FillView Of(Fill f) => new(
        f.FillId, f.Version, f.Side, f.RequesterAgency, f.SupplierAgency, f.State, FillViews.Reservation(f.State, f.Response == RmResponse.Accept),
        FillViews.MutualAid(f.State, f.PriceMinor > 0),
        FillViews.Deployment(f),
        f.Response, f.Reason, f.TypeCode, f.UnitOfMeasure, f.Quantity, f.WantedQuantity, f.UnitId, f.PriceMinor, f.ClaimMinor, f.Currency, f.ValidUntil,
        f.AvailableUntil, f.WantedUntil, new(f.OfferedAt, f.OrderedAt, f.CommittedAt, f.DepartedAt, f.ArrivedAt, f.ReturnedAt, f.PromisedAt, f.Eta, f.HeardAt, f.StatusAskedAt),
        f.IsStale, f.IsOrderImplied, f.AskId, f.RequestId, f.LineId, f.IncidentId, f.ThreadId, f.Trail, f.AgreementId, f.Term, f.StagingAreaId);
}

/// <summary>The moments of a fill.</summary>
/// <param name="OfferedAt">Offered.</param>
/// <param name="OrderedAt">Ordered.</param>
/// <param name="CommittedAt">Committed.</param>
/// <param name="DepartedAt">Left.</param>
/// <param name="ArrivedAt">Checked in.</param>
/// <param name="ReturnedAt">Home.</param>
/// <param name="PromisedAt">Arrival as first promised.</param>
/// <param name="Eta">Arrival as expected now.</param>
/// <param name="HeardAt">When the supplier last said anything of it.</param>
/// <param name="StatusAskedAt">When the requester last asked how it stands.</param>
public sealed record FillTimes(
    DateTimeOffset OfferedAt, DateTimeOffset? OrderedAt, DateTimeOffset? CommittedAt, DateTimeOffset? DepartedAt, DateTimeOffset? ArrivedAt,
    DateTimeOffset? ReturnedAt, DateTimeOffset? PromisedAt, DateTimeOffset? Eta, DateTimeOffset HeardAt, DateTimeOffset? StatusAskedAt);
