using Coordination.Platform;

namespace Coordination.PublicInformation.Statements;

/// <summary>A fact and where it comes from.</summary>
/// <param name="Text">The fact, in public words.</param>
/// <param name="Source">What kind of entry it comes from.</param>
/// <param name="SourceId">The entry: a report, ledger entry, laboratory result or notice.</param>
/// <param name="SourceAgency">The agency that answers for it.</param>
public sealed record Fact([property: Text(500)] string Text, FactSource Source, Guid SourceId, [property: Text(40)] string SourceAgency);

/// <summary>Kinds of source.</summary>
public enum FactSource
{
    /// <summary>A verified report.</summary>
    Report,
    /// <summary>An entry of the casualty ledger.</summary>
    CasualtyLedger,
    /// <summary>A laboratory result.</summary>
    Laboratory,
    /// <summary>A notice of a utility or agency.</summary>
    AgencyNotice,
    /// <summary>A decision: level, warning or order.</summary>
    Decision,
}
