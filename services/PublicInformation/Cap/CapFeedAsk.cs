namespace Coordination.PublicInformation.Cap;

/// <summary>How a feed was asked for.</summary>
/// <param name="Base">Scheme and host under which it was asked for.</param>
/// <param name="Self">The whole address.</param>
/// <param name="Language">Null: as it came.</param>
internal sealed record CapFeedAsk(string Base, string Self, string? Language, DateTimeOffset Now)
{
    internal string Original(CapMessage message) => $"{Link(message)}/original";

    /// <summary>What is said of it here; that is there also where its document is not for all.</summary>
    internal string Link(CapMessage message) => $"{Base}/v1/public/alert-messages/{message.Id}";

    internal CapInfo? Info(CapMessage message) => ActiveAlert.Spoken(message.Infos, Language) is [var first, ..] ? first : null;

    /// <summary>Stands for the whole of a message that says nothing, such as a bare cancellation.</summary>
    internal string Title(CapMessage message) => Info(message) is { } info ? info.Headline ?? info.Event ?? message.Identifier : $"{message.MessageType} {message.Identifier}";
}
