namespace Coordination.Platform;

/// <summary>Where a subject lies: who holds a power there, or above, may see it.</summary>
public sealed class SubjectPlace
{
    /// <summary>The subject of the events about it.</summary>
    public Guid Subject { get; init; }

    /// <summary>The exercise it belongs to, or null.</summary>
    public Guid? ExerciseId { get; init; }

    /// <summary>Its place and all above it, nearest first, as they stood when it began: each code between strokes, <c>/330106/330100/330000/</c>.</summary>
    public string Chain { get; init; } = "/";

    /// <summary>Whose it is, and who therefore hears who read it; empty where that was not kept. It stays with who began it, also when it goes on in another.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Written as <see cref="Chain"/>.</summary>
    public static string Of(IEnumerable<string> codes) => $"/{string.Concat(codes.Select(c => $"{c}/"))}";
}
