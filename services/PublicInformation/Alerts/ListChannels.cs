using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The channels of the jurisdiction package.</summary>
internal static class ListChannels
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/channels", Handle)
        .WithName("listChannels").WithSummary("Channels that an alert may name.").RequireRole(Roles.PublicInformationOfficer, Roles.Approver, Roles.Integration, Roles.Operator, Roles.Auditor);

    private static Ok<Page<ChannelView>> Handle(JurisdictionPackage package) =>
        TypedResults.Ok(new Page<ChannelView>([.. package.Section<AlertChannels>("channels").List.Select(c => new ChannelView(c.Key, c.Required))], null));
}

/// <summary>A channel, and whether its delivery counts for the push clock.</summary>
public sealed record ChannelView(string Key, bool Required);
