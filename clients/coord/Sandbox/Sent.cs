namespace Coordination.CommandLine.Sandbox;

/// <summary>A call to the sandbox.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Without a query.</param>
/// <param name="Header">A header's value; null where it is not there.</param>
/// <param name="Body">As it came; a body that is too long is not read to its end.</param>
internal sealed record Sent(string Method, string Path, Func<string, string?> Header, byte[] Body);

/// <summary>What it is answered.</summary>
internal sealed record Served(int Status, string ContentType, string Body, string? ETag = null);
