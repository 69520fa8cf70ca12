namespace Coordination.CommandLine.Servers;

/// <summary>A server that is not there, or that did not start. The message says what to do.</summary>
internal sealed class ServerFailedException(string message, Exception? inner = null) : Exception(message, inner);
