namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>The sixteen kinds of message that EDXL-RM 1.0 reserves, and what each must hold (its schemas of 1 November 2008).</summary>
/// <param name="Name">MessageContentType, and the name of the root.</param>
/// <param name="Answers">The kinds that it may answer in one go; empty where it is no answer.</param>
internal sealed record RmKind(string Name, params IReadOnlyList<string> Answers)
{
    internal const string MessageNamespace = "urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg";
    internal const string TypeNamespace = "urn:oasis:names:tc:emergency:EDXL:RM:1.0";

    internal static readonly IReadOnlyList<RmKind> All =
    [
        new("RequestResource") { IsFirst = true, NeedsResource = true },
        new("ResponseToRequestResource", "RequestResource") { IsResponse = true },
        new("RequisitionResource") { NeedsFunding = true, NeedsResource = true, NeedsQuantity = true },
        new("CommitResource", "RequestResource", "RequisitionResource") { IsResponse = true },
        new("RequestInformation") { NeedsDescription = true, MayBeEmpty = true },
        new("ResponseToRequestInformation", "RequestInformation") { NeedsPreceding = true, MayBeEmpty = true },
        new("OfferUnsolicitedResource") { IsFirst = true, NeedsResource = true },
        new("ReleaseResource") { NeedsResource = true },
        new("RequestReturn") { NeedsResource = true },
        new("ResponseToRequestReturn", "RequestReturn") { IsResponse = true },
        new("RequestQuote") { NeedsResource = true },
        new("ResponseToRequestQuote", "RequestQuote") { IsResponse = true, NeedsPrice = true },
        new("RequestResourceDeploymentStatus") { NeedsResource = true },
        new("ReportResourceDeploymentStatus", "RequestResourceDeploymentStatus"),
        new("RequestExtendedDeploymentDuration") { NeedsResource = true },
        new("ResponseToRequestExtendedDeploymentDuration", "RequestExtendedDeploymentDuration") { IsResponse = true },
    ];

    /// <summary>Begins a thread: it follows nothing, and its own id is the thread's.</summary>
    internal bool IsFirst { get; init; }

    /// <summary>Each of its elements says what is answered, and how; and it names the message that it answers.</summary>
    internal bool IsResponse { get; init; }

    /// <summary>It names the message that it answers.</summary>
    internal bool NeedsPreceding { get => field || IsResponse; init; }

    internal bool NeedsFunding { get; init; }

    internal bool NeedsDescription { get; init; }

    internal bool NeedsResource { get; init; }

    internal bool NeedsQuantity { get; init; }

    internal bool NeedsPrice { get; init; }

    /// <summary>It need not be about a resource.</summary>
    internal bool MayBeEmpty { get; init; }

    internal static RmKind? Of(string name) => All.FirstOrDefault(k => k.Name == name);
}
