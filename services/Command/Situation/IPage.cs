namespace Coordination.Command.Situation;

/// <summary>A document of headings and tables. Whatever text it is given is shown as that text.</summary>
internal interface IPage
{
    void Open(string title, string? mark);

    void Facts(params IEnumerable<(string Name, string Value)> facts);

    /// <summary>A table, or what is said in its place where it has no row.</summary>
    void Table(string heading, string nothing, IEnumerable<string> columns, IEnumerable<string[]> rows);

    void Footer(params IEnumerable<string> lines);

    string Close();
}
