using Coordination.Contracts;

namespace Coordination.Command;

/// <summary>Who may read what Command holds.</summary>
internal static class Readers
{
    public static readonly string[] All =
    [
        Roles.DutyOfficer, Roles.Commander, Roles.Approver, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Auditor, Roles.Integration,
        Roles.Operator,
    ];
}
