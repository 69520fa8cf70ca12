using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Resources.Agencies;

/// <summary>
/// Every path names the agency whose book it opens. An instance with an agency holds that one book only, and nobody moves the resources of
/// another agency; auditors and the region's operators read.
/// </summary>
internal sealed class OwnAgency(ServiceInstance instance) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var agency = http.GetRouteValue("agency") as string ?? "";
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        var caller = http.RequestServices.GetRequiredService<Call>().Caller;
        var mayRead = HttpMethods.IsGet(http.Request.Method) && (caller.Has(Roles.Auditor) || caller.Has(Roles.Operator));
        return caller.Agency == agency || mayRead
            ? await next(context)
            : Refusal.Forbidden("other-agency", "The book belongs to another agency.").Problem();
    }
}

internal static class Instances
{
    /// <summary>True when this instance keeps the agency's book.</summary>
    public static bool Serves(this ServiceInstance instance, string agency) => instance.Agency is null || instance.Agency == agency;

    /// <summary>True when the event comes from where this agency's book is kept: its own instance, or the region's that serves all.</summary>
    public static bool SpeaksFor(this EventContext context, string agency) => context.Agency == agency || context.Agency == "region";
}

/// <summary>Who may do what with resources.</summary>
internal static class Who
{
    /// <summary>Writes requests, offers, and moves resources.</summary>
    public static readonly string[] Moves = [Roles.Logistics, Roles.Commander, Roles.DutyOfficer];

    /// <summary>Reports of units in the field, also by their systems.</summary>
    public static readonly string[] Reports = [Roles.Logistics, Roles.Commander, Roles.DutyOfficer, Roles.Integration];

    /// <summary>Approves, orders and signs.</summary>
    public static readonly string[] Decides = [Roles.Commander, Roles.Approver];

    /// <summary>Reads the book.</summary>
    public static readonly string[] Reads =
        [Roles.Logistics, Roles.Commander, Roles.DutyOfficer, Roles.Integration, Roles.Approver, Roles.Auditor, Roles.Operator];
}
