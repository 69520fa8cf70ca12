namespace Coordination.PublicInformation.Cap;

/// <summary>A message names another, that may have come or not.</summary>
internal sealed class CapNaming
{
    public Guid Id { get; init; }
    /// <summary>The message that names.</summary>
    public Guid MessageId { get; init; }
    /// <summary>The name that it names (<see cref="CapMessage.Name"/>).</summary>
    public string Name { get; init; } = "";
}
