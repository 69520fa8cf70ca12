namespace Coordination.PublicInformation.Cap;

/// <summary>Where a document differs from the standard and is read all the same.</summary>
/// <param name="Rule">What it breaks, as <c>docs/alerts-in.md</c> lists it.</param>
/// <param name="At">Where: the elements from the alert, counted from 1 where there are several.</param>
public sealed record CapFinding(string Rule, string At);
