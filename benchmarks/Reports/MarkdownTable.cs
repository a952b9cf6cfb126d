using System.Text;

namespace DynamoToolkit.Benchmarks.Reports;

/// <summary>Builds a Markdown table, its columns aligned so that it also reads well as text.</summary>
/// <param name="headers">The column heads; one that begins with '>' is aligned right.</param>
internal sealed class MarkdownTable(params string[] headers)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells) => rows.Add(cells);

    public override string ToString()
    {
        var heads = headers.Select(static header => header.TrimStart('>')).ToArray();
        var widths = heads.Select((head, column) => rows.Select(row => row[column].Length).Append(head.Length).Append(3).Max()).ToArray();
        var text = new StringBuilder();
        Append(heads);
        Append([.. headers.Select((header, column) => header[0] == '>'
            ? new string('-', widths[column] - 1) + ":"
            : new string('-', widths[column]))]);
        foreach (var row in rows)
            Append(row);

        return text.ToString();

        void Append(string[] cells) => text.Append("| ")
            .AppendJoin(" | ", cells.Select((cell, column) => headers[column][0] == '>'
                ? cell.PadLeft(widths[column])
                : cell.PadRight(widths[column])))
            .Append(" |\n");
    }
}
