namespace Coordination.PublicInformation.Alerts;

/// <summary>What a template says in a language.</summary>
public sealed class TemplateText
{
    /// <summary>For example <c>zh-CN</c>.</summary>
    public string Language { get; set; } = "";
    /// <summary>What it is called.</summary>
    public string Event { get; set; } = "";
    /// <summary>One line.</summary>
    public string Headline { get; set; } = "";
    /// <summary>What happens.</summary>
    public string Description { get; set; } = "";
    /// <summary>What to do.</summary>
    public string Instruction { get; set; } = "";

    internal AlertText Text() => new(Language, Headline, Description, Instruction, Event);
}
