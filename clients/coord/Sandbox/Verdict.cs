namespace Coordination.CommandLine.Sandbox;

/// <summary>What a door of the sandbox makes of something that was sent to it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Why">What was made of it, or why it was refused, in words.</param>
/// <param name="Answer">What is sent back in place of those words; null for the words.</param>
internal sealed record Verdict(int Status, string Why, string? Answer = null)
{
    internal bool IsTaken => Status < 400;
}
