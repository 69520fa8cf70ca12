using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Types;

/// <summary>The resource types of the jurisdiction package.</summary>
internal static class ListResourceTypesCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/resource-types", Handle)
        .WithName("listResourceTypes").WithSummary("The resource types that may be asked for.").RequireRole(Who.Reads);

    private static Ok<IReadOnlyList<ResourceType>> Handle(string agency, ResourceCatalogue catalogue) =>
        TypedResults.Ok<IReadOnlyList<ResourceType>>(catalogue.Settings.Types);
}
