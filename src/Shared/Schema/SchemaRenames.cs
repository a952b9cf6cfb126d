namespace DynamoToolkit.Shared.Schema;

/// <summary>
/// Finds types that have another name in the baseline. A name in C# is not stored, so a type with the same table, keys and discriminator,
/// or a map or enum with the same facts, is the same.
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
        var missing = recorded.Where(owner => !model.Owners.ContainsKey(owner.Key)).ToList();
        var added = model.Owners.Values.Where(owner => !recorded.Contains(owner.Owner)).ToList();

        // A map may hold others that were renamed with it, or itself, so these names do not count.
        var open = new HashSet<string>(missing.Select(owner => Name(owner.Key)).Concat(added.Select(owner => Name(owner.Owner))));
        var old = missing.ToLookup(
            owner => IdentityOf(owner.Key, owner.Where(entry => !entry.IsRemoved).Select(entry => entry.Line), open), owner => owner.Key);
        var now = added.ToLookup(owner => IdentityOf(owner.Owner, owner.Facts.Select(fact => fact.Line), open), owner => owner.Owner);
        foreach (var owners in now.Where(owners => owners.Key.Length > 0))
            Pair([.. old[owners.Key]], [.. owners]);
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

    /// <summary>Pairs owners with the same facts. Several are told apart by their names without namespaces.</summary>
    private void Pair(List<string> old, List<string> now)
    {
        var byName = old.ToLookup(NameInNamespace);
        foreach (var owners in now.ToLookup(NameInNamespace))
        {
            if (owners.Count() == 1 && byName[owners.Key].Count() == 1)
                Add(byName[owners.Key].First(), owners.First());
        }

        old.RemoveAll(current.ContainsKey);
        now.RemoveAll(current.Values.Contains);
        if (old.Count == 1 && now.Count == 1)
            Add(old[0], now[0]);
    }

    private void Add(string old, string now)
    {
        current.Add(old, now);
        names.Add(Name(old), Name(now));
    }

    private string Translate(string text) => Replace(text, name => names.TryGetValue(name, out var renamed) ? renamed : name);

    /// <summary>Replaces names, which stand between spaces and may have a comma after them.</summary>
    private static string Replace(string text, Func<string, string> replacement) => string.Join(" ", text.Split(' ').Select(word =>
    {
        var bare = word.TrimEnd(',');
        return replacement(bare) + word.Substring(bare.Length);
    }));

    private static string Name(string owner) => ChangedFact.Split(owner).Name;

    private static string NameInNamespace(string owner) => owner.Substring(owner.LastIndexOfAny([' ', '.']) + 1);

    private static string IdentityOf(string owner, IEnumerable<SchemaLine> lines, HashSet<string> open)
    {
        var kind = ChangedFact.Split(owner).Word;
        var facts = lines
            .Where(line => kind != "item" || Identity.Contains(line.Subject))
            .Select(line => new SchemaLine("", line.Subject, line.Value).Text)
            .Select(text => kind == "map" ? Replace(text, name => open.Contains(name) ? "?" : name) : text)
            .OrderBy(text => text, StringComparer.Ordinal)
            .ToList();
        return kind == "table" || facts.Count == 0 ? "" : kind + "\n" + string.Join("\n", facts);
    }
}
