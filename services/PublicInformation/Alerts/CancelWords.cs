namespace Coordination.PublicInformation.Alerts;

/// <summary>What a cancellation says in a language.</summary>
public sealed class CancelWords
{
    /// <summary>The language, or the first part of its tag: <c>zh</c> holds for <c>zh-CN</c>.</summary>
    public string Language { get; set; } = "";

    /// <summary>Its headline; <c>{headline}</c> is that of the alert.</summary>
    public string Headline { get; set; } = "";

    /// <summary>What became of the danger.</summary>
    public string Description { get; set; } = "";

    /// <summary>What to do.</summary>
    public string Instruction { get; set; } = "";

    internal bool Speaks(string language) => language.Equals(Language, StringComparison.OrdinalIgnoreCase) || language.StartsWith($"{Language}-", StringComparison.OrdinalIgnoreCase);

    internal AlertText Of(AlertText text)
    {
        var room = 140 - Headline.Length + "{headline}".Length;
        return text with { Headline = Headline.Replace("{headline}", Cap.CapText.Clip(text.Headline, room), StringComparison.Ordinal), Description = Description, Instruction = Instruction, Web = null, Resources = null };
    }
}
