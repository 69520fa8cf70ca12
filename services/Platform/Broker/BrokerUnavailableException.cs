namespace Coordination.Platform;

/// <summary>The broker cannot take events now. They stay in the journal. The message is one line for an operator.</summary>
internal sealed class BrokerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
