using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Asks;

/// <summary>An ask as the agency that is asked sees it.</summary>
/// <param name="Id">The ask.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="State">State.</param>
/// <param name="MutualAid">C3 MutualAid: Requested before an answer, Declined after a refusal; then see the fills.</param>
/// <param name="FromAgency">Who asks.</param>
/// <param name="Relation">Own, Peer or Up.</param>
/// <param name="Message">RequestResource or RequestQuote.</param>
/// <param name="TypeCode">What.</param>
/// <param name="UnitOfMeasure">What is counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Offered">How many this agency offers or has committed.</param>
/// <param name="Mission">What for.</param>
/// <param name="NeedBy">Needed on scene by.</param>
/// <param name="RequestId">The request.</param>
/// <param name="LineId">Its line.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="RequestedAt">When it was asked.</param>
/// <param name="AgreementId">The agreement on mutual aid that it names, or null.</param>
public sealed record AskView(
    Guid Id, int Version, AskState State, MutualAidState? MutualAid, string FromAgency, AskRelation Relation, RmMessage Message, string TypeCode,
    string UnitOfMeasure, int Quantity, int Offered, MissionKind Mission, DateTimeOffset NeedBy, Guid RequestId, Guid LineId, Guid? IncidentId,
    DateTimeOffset RequestedAt, Guid? AgreementId) : IVersioned
{
    internal static AskView Of(Ask a) => new(a.Id, a.Version, a.State, a.State switch
    {
        AskState.Received => MutualAidState.Requested,
        AskState.Declined or AskState.Withdrawn => MutualAidState.Declined,
        _ => null,
    }, a.FromAgency, a.Relation, a.Message, a.TypeCode, a.UnitOfMeasure, a.Quantity, a.Offered, a.Mission, a.NeedBy, a.RequestId, a.LineId, a.IncidentId, a.RequestedAt,
        a.AgreementId);
}
