using System.Text;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Builds a source file line by line and owns its indentation. Always writes <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;
    private const int MaxColumns = 140;

    private readonly StringBuilder text = new();
    private int level;

    /// <summary>Writes a line, or the lines of a raw string, each with the indentation of the place.</summary>
    public void Line(string lines)
    {
        var start = 0;
        while (start <= lines.Length)
        {
            var end = lines.IndexOf('\n', start);
            if (end < 0)
                end = lines.Length;
            var length = end > start && lines[end - 1] == '\r' ? end - start - 1 : end - start;
            if (length > 0)
                text.Append(' ', level * SpacesPerLevel).Append(lines, start, length);
            text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes an empty line.</summary>
    public void Line() => text.Append('\n');

    /// <summary>Writes a line that the following lines continue, one level deeper, until the scope ends.</summary>
    public Scope Indent(string line)
    {
        Line(line);
        level++;
        return new Scope(this, null);
    }

    /// <summary>Writes a header and an opening brace; the closing one follows when the scope ends.</summary>
    public Scope Block(string header, string end = "}")
    {
        Line(header);
        Line("{");
        level++;
        return new Scope(this, end);
    }

    /// <summary>Writes an opening brace; the closing one follows when the scope ends.</summary>
    public Scope Braces(string end)
    {
        Line("{");
        level++;
        return new Scope(this, end);
    }

    /// <summary>Writes the brackets of a collection expression in an initializer.</summary>
    public Scope ListBlock()
    {
        Line("[");
        level++;
        return new Scope(this, "],");
    }

    /// <summary>Writes elements with commas between them, over as many lines as they need.</summary>
    public void List(string opening, IEnumerable<string> elements, string closing)
    {
        var line = opening;
        var isFirst = true;
        foreach (var element in elements)
        {
            var separator = isFirst ? "" : line.Length + element.Length + level * SpacesPerLevel > MaxColumns - 4 ? "," : ", ";
            line += separator;
            if (separator == ",")
            {
                Line(line);
                line = new string(' ', SpacesPerLevel);
            }

            line += element;
            isFirst = false;
        }

        Line(line + closing);
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>A deeper level, for <c>using</c>.</summary>
    public readonly struct Scope(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer.level--;
            if (end is not null)
                writer.Line(end);
        }
    }
}
