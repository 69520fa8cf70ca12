using System.Text;

namespace Coordination.Command.Situation;

/// <summary>Writes headings and tables as Markdown. What would be markup, and any HTML, is shown as text.</summary>
internal sealed class MarkdownWriter : IPage
{
    private const string Marks = @"\`*_[]#|<>&!~";
    private readonly StringBuilder text = new();

    public void Open(string title, string? mark) => text.Append("# ").Append(mark is null ? "" : $"**{Safe(mark)}** ").Append(Safe(title)).Append('\n');

    public void Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        text.Append('\n');
        foreach (var (name, value) in facts) text.Append("- ").Append(Safe(name)).Append(": ").Append(Safe(value)).Append('\n');
    }

    public void Table(string heading, string nothing, IEnumerable<string> columns, IEnumerable<string[]> rows)
    {
        text.Append("\n## ").Append(Safe(heading)).Append("\n\n");
        var (head, all) = (columns.ToList(), rows.ToList());
        if (all.Count == 0)
        {
            text.Append(Safe(nothing)).Append('\n');
            return;
        }
        Row(head);
        Row(head.Select(_ => "---"), isSafe: true);
        foreach (var row in all) Row(row);
    }

    public void Footer(params IEnumerable<string> lines) => text.Append("\n---\n\n").AppendJoin("  \n", lines.Select(Safe)).Append('\n');

    public string Close() => text.ToString();

    private void Row(IEnumerable<string> cells, bool isSafe = false) => text.Append("| ").AppendJoin(" | ", isSafe ? cells : cells.Select(Safe)).Append(" |\n");

    private static string Safe(string said)
    {
        var safe = new StringBuilder(said.Length);
        foreach (var c in said) _ = Marks.Contains(c, StringComparison.Ordinal) ? safe.Append('\\').Append(c) : safe.Append(char.IsControl(c) ? ' ' : c);
        return safe.ToString();
    }
}
