namespace Coordination.PublicInformation.Cap;

/// <summary>A place where a message is found: a cell of the grid or a code, in real life or in one exercise.</summary>
internal sealed class CapPlace
{
    public Guid Id { get; init; }
    public Guid MessageId { get; init; }
    public string Key { get; init; } = "";
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset EndsAt { get; set; }

    internal static string KeyOf(Guid? exercise, string place) => exercise is { } id ? $"{id:N}/{place}" : place;
}
