using System.Text;

namespace DynamoToolkit.Shared.Schema;

/// <summary>A baseline: the facts that a project has shipped, one a line.</summary>
internal sealed class SchemaFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "DynamoSchema.Shipped.txt";

    // Lines that begin like this are the writer's own.
    private const string HeadMark = "##";

    private const string Head = """
        ## What the items of this project look like, one fact a line. Builds compare the item types with it.
        ## 'dotnet build -t:DynamoSchemaUpdate' and the code fixes write it: see docs/schema-baseline.md of DynamoToolkit.
        """;

    private static readonly string[] ConflictMarks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    private readonly Dictionary<string, SchemaEntry> entries;
    private readonly List<SchemaEntry> doubles;
    private readonly List<string> last;
    private readonly string newLine;

    private SchemaFile(
        Dictionary<string, SchemaEntry> entries,
        List<SchemaEntry> doubles,
        List<string> last,
        List<SchemaProblem> problems,
        string newLine)
    {
        this.entries = entries;
        this.doubles = doubles;
        this.last = last;
        this.newLine = newLine;
        Problems = problems;
    }

    /// <summary>The lines, one of each owner and subject.</summary>
    public IEnumerable<SchemaEntry> Entries => entries.Values;

    /// <summary>What is wrong with lines.</summary>
    public IReadOnlyList<SchemaProblem> Problems { get; }

    /// <summary>Whether a path is that of a baseline.</summary>
    public static bool IsBaseline(string path) =>
        path.Substring(path.LastIndexOfAny(['/', '\\']) + 1).Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a baseline.</summary>
    public static SchemaFile Parse(string text)
    {
        var entries = new Dictionary<string, SchemaEntry>();
        var doubles = new List<SchemaEntry>();
        var problems = new List<SchemaProblem>();
        var above = new List<string>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line.StartsWith(HeadMark, StringComparison.Ordinal))
                continue;
            if (line[0] == '#')
            {
                above.Add(line);
                continue;
            }

            var isRemoved = line.StartsWith(SchemaEntry.RemovedMark, StringComparison.Ordinal);
            var fact = SchemaLine.Parse(isRemoved ? line.Substring(SchemaEntry.RemovedMark.Length) : line);
            if (fact is null)
            {
                problems.Add(new SchemaProblem(i, line, Reason(line)));
                above.Add(line);
                continue;
            }

            var entry = new SchemaEntry(fact, isRemoved, above, i);
            above = [];
            if (!entries.TryGetValue(fact.Key, out var first))
            {
                entries.Add(fact.Key, entry);
                continue;
            }

            doubles.Add(entry);
            var reason = first.Text == entry.Text
                ? "it is there twice; delete one of the lines"
                : $"it contradicts line {first.Number + 1}; delete the line that is not true";
            problems.Add(new SchemaProblem(i, line, reason));
        }

        return new SchemaFile(entries, doubles, above, problems, text.Contains("\r\n") ? "\r\n" : "\n");
    }

    /// <summary>The line about an owner and subject; null if there is none.</summary>
    public SchemaEntry? Find(string key) => entries.TryGetValue(key, out var entry) ? entry : null;

    /// <summary>Carries out edits, in any order.</summary>
    public void Apply(IEnumerable<SchemaEdit> edits)
    {
        foreach (var edit in edits.OrderBy(edit => edit.Kind))
        {
            var key = edit.Line.Key;
            var known = Find(key);
            if (edit.Kind == SchemaEditKind.Delete)
                Delete(known);
            else if (edit.Kind == SchemaEditKind.MarkRemoved && known is not null)
                entries[key] = known with { IsRemoved = true };
            else if (edit.Kind == SchemaEditKind.Set || (edit.Kind == SchemaEditKind.SetUnlessThere && known is null))
                entries[key] = new SchemaEntry(edit.Line, false, known?.Above ?? TakeAbove(edit.Old), -1);
        }
    }

    /// <summary>The text: sorted, so that two branches that add lines merge. The line ends are those of the text that was read.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var line in Head.Split('\n'))
            text.Append(line.TrimEnd('\r')).Append(newLine);
        var written = new HashSet<string>();
        var sorted = entries.Values.Concat(doubles)
            .OrderBy(entry => entry.Line.Text, StringComparer.Ordinal)
            .ThenBy(entry => entry.IsRemoved);
        foreach (var entry in sorted)
        {
            foreach (var line in entry.Above)
                text.Append(line).Append(newLine);
            if (written.Add(entry.Text))
                text.Append(entry.Text).Append(newLine);
        }

        foreach (var line in last)
            text.Append(line).Append(newLine);
        return text.ToString();
    }

    /// <summary>What stands above a line, which stands above another one from now on.</summary>
    private IReadOnlyList<string> TakeAbove(SchemaLine? old)
    {
        if (old is null || Find(old.Key) is not { } known)
            return [];
        entries[old.Key] = known with { Above = [] };
        return known.Above;
    }

    // A comment goes with its line. What could not be read is not a comment, and stays.
    private void Delete(SchemaEntry? known)
    {
        if (known is null)
            return;
        last.AddRange(known.Above.Where(line => line[0] != '#'));
        entries.Remove(known.Line.Key);
    }

    private static string Reason(string line) => ConflictMarks.Any(mark => line.StartsWith(mark, StringComparison.Ordinal))
        ? "it is left from a merge; keep the lines that are true and delete the marks"
        : "it is not a fact of the form 'owner: subject = value'; correct or delete it";
}
