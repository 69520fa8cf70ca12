namespace Coordination.Resources.Messages;

/// <summary>Namespaces of EDXL-RM 1.0 and EDXL-DE 1.0, and the value lists that this system writes.</summary>
internal static class RmNames
{
    internal const string Message = "urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg";
    internal const string Types = "urn:oasis:names:tc:emergency:EDXL:RM:1.0";
    internal const string Envelope = "urn:oasis:names:tc:emergency:EDXL:DE:1.0";
    internal const string ResourceTypes = "urn:coordination:resource-type";
    internal const string DeploymentStatus = "urn:coordination:deployment-status";
    internal const string Reasons = "urn:coordination:fill-reason";
    internal const string Units = "urn:coordination:unit-of-measure";
    internal const string Minor = "urn:iso:4217:minor-units";

    /// <summary>Published copies of the schemas differ in which of the two an element belongs to, and some writers say none.</summary>
    internal static bool AreOurs(string ns) => ns is Message or Types or Envelope or "";
}
