namespace Coordination.Contracts;

/// <summary>The roles a token may carry (design section 7). A role is held by a person or system for one agency.</summary>
public static class Roles
{
    /// <summary>Sends reports from the field or an institution.</summary>
    public const string Reporter = "reporter";
    /// <summary>Keeps the watch: triage, verification, acknowledgement.</summary>
    public const string DutyOfficer = "duty-officer";
    /// <summary>Decides: grades, levels, activations, orders, transfers.</summary>
    public const string Commander = "commander";
    /// <summary>Requests, offers, commits and moves resources.</summary>
    public const string Logistics = "logistics";
    /// <summary>Writes statements and alerts.</summary>
    public const string PublicInformationOfficer = "public-information-officer";
    /// <summary>Approves what another person wrote.</summary>
    public const string Approver = "approver";
    /// <summary>Works on mediation cases; nobody else sees them.</summary>
    public const string Mediator = "mediator";
    /// <summary>Reads the record, raises findings.</summary>
    public const string Auditor = "auditor";
    /// <summary>A system of an agency.</summary>
    public const string Integration = "integration";
    /// <summary>Runs the region: jurisdictions, exercises, deferred events.</summary>
    public const string Operator = "operator";

    /// <summary>Every role, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. typeof(Roles).GetFields().Select(f => (string)f.GetRawConstantValue()!)];
}
