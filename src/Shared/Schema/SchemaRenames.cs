namespace DynamoToolkit.Shared.Schema;

/// <summary>
/// Finds types that have another name in the baseline. A name in C# is not stored, so a type with the same table, keys and discriminator,
/// or
/// a map or enum with the same facts, is the same.
/// </summary>
internal sealed class SchemaRenames
{
    private static readonly string[] Identity = ["table", "partition key", "sort key", "discriminator"];

    private readonly Dictionary<string, string> current = [];
    private readonly Dictionary<string, string> names = [];

    /// <summary>Compares a model with a baseline.</summary>
    public SchemaRenames(SchemaModel model, ILookup<string, SchemaEntry> recorded)
    {
        if (!model.IsComplete)
            return;
        var missing = recorded
            .Where(owner => !model.Owners.ContainsKey(owner.Key))
            .GroupBy(owner => IdentityOf(owner.Key, owner.Where(entry => !entry.IsRemoved).Select(entry => entry.Line)))
            .Where(owners => owners.Key.Length > 0)
            .ToDictionary(owners => owners.Key, owners => owners.Select(owner => owner.Key).ToList());
        var added = model.Owners.Values
            .Where(owner => !recorded.Contains(owner.Owner))
            .GroupBy(owner => IdentityOf(owner.Owner, owner.Facts.Select(fact => fact.Line)));
        foreach (var owners in added)
        {
            if (owners.Count() != 1 || !missing.TryGetValue(owners.Key, out var old) || old.Count != 1)
                continue;
            current.Add(old[0], owners.First().Owner);
            names.Add(Name(old[0]), Name(owners.First().Owner));
        }
    }

    /// <summary>The owners that have another name now, by the name that they had.</summary>
    public IReadOnlyDictionary<string, string> Owners => current;

    /// <summary>A line with the names that types have now.</summary>
    public RecordedFact Read(SchemaEntry entry)
    {
        if (current.Count == 0)
            return new RecordedFact(entry, entry.Line);
        var line = entry.Line;
        var word = ChangedFact.Split(line.Subject).Word;
        var owner = current.TryGetValue(line.Owner, out var renamed) ? renamed : line.Owner;
        return new RecordedFact(entry, new SchemaLine(
            owner,
            word == "flattened" ? Translate(line.Subject) : line.Subject,
            word == "attribute" && line.Value is not null ? Translate(line.Value) : line.Value));
    }

    private string Translate(string text) => string.Join(" ", text.Split(' ').Select(word =>
    {
        var bare = word.TrimEnd(',');
        return names.TryGetValue(bare, out var name) ? name + word.Substring(bare.Length) : word;
    }));

    private static string Name(string owner) => ChangedFact.Split(owner).Name;

    private static string IdentityOf(string owner, IEnumerable<SchemaLine> lines)
    {
        var kind = ChangedFact.Split(owner).Word;
        var facts = lines
            .Where(line => kind != "item" || Identity.Contains(line.Subject))
            .Select(line => new SchemaLine("", line.Subject, line.Value).Text)
            .OrderBy(text => text, StringComparer.Ordinal)
            .ToList();
        return kind == "table" || facts.Count == 0 ? "" : kind + "\n" + string.Join("\n", facts);
    }
}
