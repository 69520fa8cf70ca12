namespace Coordination.Bench;

/// <summary>How a request ended.</summary>
/// <param name="State">Of its line.</param>
/// <param name="Answers">What each agency that was asked said, with its reason.</param>
/// <param name="Took">From the request to the commitment in the requester's own book; null where nobody could.</param>
internal sealed record EndedRequest(string State, IReadOnlyList<string> Answers, TimeSpan? Took)
{
    /// <summary>It is filled by one commitment, or nobody could, and each said why.</summary>
    internal bool SaysWhy => State == "Filled" ? Answers.Count(a => a == "Committed") == 1 : State == "Unfilled" && Answers.Count > 0 && Answers.All(a => a == "Declined NotAvailable");
}
