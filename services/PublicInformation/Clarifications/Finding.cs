using Coordination.Platform;
using Coordination.PublicInformation.Statements;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>A fact, where it comes from, and what it says of the claim.</summary>
/// <param name="Text">The fact, in public words.</param>
/// <param name="Source">What kind of entry it comes from.</param>
/// <param name="SourceId">The entry: a report, ledger entry, laboratory result or notice.</param>
/// <param name="SourceAgency">The agency that answers for it.</param>
/// <param name="Bearing">Whether it supports the claim or contradicts it.</param>
public sealed record Finding([property: Text(500)] string Text, FactSource Source, Guid SourceId, [property: Text(40)] string SourceAgency, FactBearing Bearing);

/// <summary>What a fact says of a claim.</summary>
public enum FactBearing
{
    /// <summary>It is so, or a part of it is.</summary>
    Supports,
    /// <summary>It is not so, or a part of it is not.</summary>
    Contradicts,
}
