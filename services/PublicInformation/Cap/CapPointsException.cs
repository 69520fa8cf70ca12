namespace Coordination.PublicInformation.Cap;

/// <summary>A document has more points than anybody warns with.</summary>
internal sealed class CapPointsException() : Exception($"More than {CapPlaces.MostPoints} points.");
