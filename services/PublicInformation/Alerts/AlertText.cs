using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What is said in one language.</summary>
/// <param name="Language">RFC 3066, for example <c>zh-CN</c>.</param>
/// <param name="Headline">One line, under 140 characters; it does not repeat the description.</param>
/// <param name="Description">What happens.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Event">What it is called in this language; the kind's name where it is not given.</param>
/// <param name="SenderName">The issuing body in this language.</param>
/// <param name="AreaNames">The areas in this language, one for each and in their order.</param>
/// <param name="Audience">Whom it concerns.</param>
/// <param name="Web">Where more is said: an absolute address, https or http.</param>
/// <param name="Resources">Pictures, maps, sound.</param>
public sealed record AlertText(
    [property: Text(20)] string Language, [property: Text(140)] string Headline, [property: Text(2000)] string Description, [property: Text(2000)] string Instruction,
    [property: Text(35)] string? Event = null, [property: Text(100)] string? SenderName = null, [property: Items(1, 50)] IReadOnlyList<string>? AreaNames = null,
    [property: Text(200)] string? Audience = null, [property: Text(2000)] string? Web = null, [property: Items(1, 5)] IReadOnlyList<AlertResource>? Resources = null);
