using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Messages;

/// <summary>Who may send which message: whoever may take the steps that it means by the other operations, and nobody else.</summary>
internal static class RmRights
{
    internal static Refusal? Refuse(Caller caller, RmDocument message)
    {
        if (message.Kind is not { } kind) return null;
        return Needed(kind, message).Any(roles => !roles.Any(caller.Has))
            ? Refusal.Forbidden("rm-role", $"{message.Type} needs a role that may take its steps: {string.Join(", ", Needed(kind, message).OrderBy(r => r.Length).First())}.") : null;
    }

    private static IEnumerable<string[]> Needed(RmMessage kind, RmDocument message)
    {
        if (message.Recall is not null) return [Who.Moves, .. message.Recall.IsUpdate ? Needed(kind, message with { Recall = null }) : []];
        return kind switch
        {
            RmMessage.ReportResourceDeploymentStatus => message.Elements.Any(Mobilizes) ? [Who.Reports, Who.Moves] : [Who.Reports],
            // It approves what it asks for, or orders what it chose.
            RmMessage.RequestResource or RmMessage.RequisitionResource => [Who.Moves, Who.Decides],
            RmMessage.RequestQuote when message.PrecedingId is null => [Who.Moves, Who.Decides],
            RmMessage.ResponseToRequestReturn when message.Elements.Any(e => e.Answer?.Response == RmResponse.Decline) => [Who.Moves, Who.Decides],
            _ => [Who.Moves],
        };
    }

    private static bool Mobilizes(RmElement element) => element.Resource?.Status?.Deployment?.Value is nameof(FillState.Mobilizing) or nameof(FillState.Assigned);
}
