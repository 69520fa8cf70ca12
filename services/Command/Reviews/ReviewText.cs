using Coordination.Platform;

namespace Coordination.Command.Reviews;

/// <summary>What an agency says in a review.</summary>
/// <param name="Text">Its words; they stay in this service.</param>
public sealed record ReviewText([property: Text(4000)] string Text);
