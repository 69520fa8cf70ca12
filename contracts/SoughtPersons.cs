namespace Coordination.Contracts;

/// <summary>Which alerts look for a person. They are no hazards, and nothing of the person in them is kept.</summary>
public static class SoughtPersons
{
    /// <summary>Child abduction, missing and endangered person, blue alert; the last has no code of its own everywhere.</summary>
    private static readonly string[] Codes = ["CAE", "MEP", "BLU"];

    private static readonly string[] Words =
    [
        "child abduction", "abduction", "amber alert", "silver alert", "blue alert", "missing person", "missing child", "missing children", "missing endangered", "missing vulnerable",
        "missing adult", "missing elderly", "missing hiker", "missing swimmer", "missing man", "missing woman", "missing boy", "missing girl", "endangered missing", "endangered person",
        "lost person", "overdue hiker", "abducción", "alerta amber", "persona desaparecida", "personas desaparecidas", "alerte amber", "alerte enlèvement", "personne disparue", "personnes disparues",
        "suspect", "suspects", "suspicious person", "wanted person", "armed person", "armed and dangerous", "fugitive", "escaped prisoner", "escaped inmate", "manhunt",
        "走失", "寻人", "协寻", "失踪", "失联", "嫌疑人", "嫌犯", "通缉", "逃犯", "在逃",
    ];

    /// <summary>True where the name of an event, or one of its codes, says so.</summary>
    /// <param name="words">Name or headline, in whatever language.</param>
    /// <param name="codes">Codes of the event.</param>
    public static bool AreIn(string words, IEnumerable<string> codes) => codes.Any(Codes.Contains) || WholeWords.AreIn(words, Words);
}

/// <summary>Words as a language parts them.</summary>
public static class WholeWords
{
    /// <summary>True where the text holds one of the words, or its plural with an s, between other words; where a language does not part words, anywhere.</summary>
    /// <param name="text">Text in whatever language and case.</param>
    /// <param name="known">Words in lower case.</param>
    public static bool AreIn(string text, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(known);
        var parted = $" {string.Join(' ', string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
        return known.Any(w => w[0] > '\u2E80' ? parted.Contains(w, StringComparison.Ordinal) : parted.Contains($" {w} ", StringComparison.Ordinal) || parted.Contains($" {w}s ", StringComparison.Ordinal));
    }
}
