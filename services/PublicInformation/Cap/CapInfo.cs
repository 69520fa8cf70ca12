namespace Coordination.PublicInformation.Cap;

/// <summary>What is said in one language.</summary>
/// <param name="Language">As the alert names it.</param>
/// <param name="Event">What it is called.</param>
/// <param name="Categories">CAP's categories.</param>
/// <param name="Responses">What people are asked to do, in CAP's words.</param>
/// <param name="Urgency">CAP's word, or what stands in its place.</param>
/// <param name="Severity">CAP's word, or what stands in its place.</param>
/// <param name="Certainty">CAP's word, or what stands in its place.</param>
/// <param name="SenderName">The issuing body.</param>
/// <param name="Headline">One line.</param>
/// <param name="Description">What happens.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Web">Where more is said.</param>
/// <param name="Effective">From when.</param>
/// <param name="Onset">When it begins.</param>
/// <param name="Expires">To when.</param>
/// <param name="Areas">Where, in words.</param>
public sealed record CapInfo(
    string Language, string? Event, IReadOnlyList<string> Categories, IReadOnlyList<string> Responses, string? Urgency, string? Severity, string? Certainty, string? SenderName, string? Headline,
    string? Description, string? Instruction, string? Web, DateTimeOffset? Effective, DateTimeOffset? Onset, DateTimeOffset? Expires, IReadOnlyList<string> Areas);
