namespace Coordination.PublicInformation.Alerts;

/// <summary>Who enters an alert, and under which name.</summary>
internal sealed record AlertSender(string Subject, string Address, string Identifier);
