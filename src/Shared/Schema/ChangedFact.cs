using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Judges facts that differ from the baseline, or that the baseline lacks although it has their owner.</summary>
internal static class ChangedFact
{
    private const string Nothing = "nothing";

    /// <summary>What is wrong with a fact that has another value; null if every item is as good as before.</summary>
    /// <param name="model">The model.</param>
    /// <param name="line">The fact.</param>
    /// <param name="recorded">The value in the baseline; null if it says nothing about the subject.</param>
    public static SchemaFinding? Of(SchemaModel model, SchemaLine line, SchemaLine? recorded)
    {
        var (word, name) = Split(line.Subject);
        var old = recorded?.Value;
        return (line.Kind, word) switch
        {
            ("table", "key") or (_, "partition") or (_, "sort") => new SchemaFinding(RuleTable.KeyChanged,
                ("key", line.Subject), ("owner", line.OwnerName), ("value", line.Value!), ("recorded", old ?? Nothing),
                ("remedy", line.Kind == "table" ? Remedies.TableKey : Remedies.Key)),
            ("table", "global") when recorded is null => null,
            ("table", "local") when recorded is null => new SchemaFinding(RuleTable.LocalIndexesChanged,
                ("table", line.OwnerName), ("state", "without"), ("index", Split(name).Name),
                ("remedy", "make the index global, or make a new table and copy the items")),
            ("table", "global" or "local") => new SchemaFinding(RuleTable.IndexChanged,
                ("index", Split(name).Name), ("owner", line.OwnerName), ("value", line.Value!), ("recorded", old!),
                ("remedy", word == "global" ? Remedies.GlobalIndex : Remedies.LocalIndex)),
            ("table", "time") => recorded is null ? null : new SchemaFinding(RuleTable.TimeToLiveChanged,
                ("table", line.OwnerName), ("value", line.Value!), ("recorded", old!), ("remedy", Remedies.TimeToLive)),
            (_, "table") => new SchemaFinding(RuleTable.ItemTypeMoved,
                ("type", line.OwnerName), ("table", line.Value!), ("recorded", old ?? Nothing)),
            (_, "index") => Index(line, name, old),
            (_, "shards") => Shards(line, name, old),
            (_, "discriminator") => new SchemaFinding(RuleTable.DiscriminatorChanged,
                ("type", line.OwnerName), ("value", line.Value!), ("recorded", old ?? Nothing)),
            (_, "attribute") => Attribute(line, name, old),
            (_, "versions") => Pattern(line, "latest version's attribute", old, Remedies.Versions),
            (_, "unique") => recorded is null
                ? Lacks(line, $"reservations of the unique value '{name}'", "so their values can be taken again", Remedies.UniqueOfOlder)
                : Pattern(line, $"unique value '{name}'", old, Remedies.Unique),
            (_, "trigrams") => recorded is null
                ? Lacks(line, $"postings of the trigram index '{name}'", "so no search finds them", Remedies.TrigramsOfOlder)
                : Pattern(line, $"trigram index '{name}'", old, Remedies.Trigrams),
            ("enum", "name") => recorded is null ? null : Name(model, line, name),
            ("enum", "number") => recorded is null ? null : Number(model, line, old!),
            _ => null,
        };
    }

    /// <summary>What is wrong with a fact that was removed and is there again; null for nothing.</summary>
    public static SchemaFinding? OfReturned(SchemaLine line)
    {
        var (word, name) = Split(line.Subject);
        return word == "attribute" && AttributeValue.Read(line.Value).Presence == AttributeValue.Required
            ? LacksRequired(line, name)
            : null;
    }

    /// <summary>The first word of a text, and the rest.</summary>
    public static (string Word, string Name) Split(string text)
    {
        var end = text.IndexOf(' ');
        return end < 0 ? (text, "") : (text.Substring(0, end), text.Substring(end + 1));
    }

    private static SchemaFinding? Index(SchemaLine line, string name, string? old)
    {
        if (old is not null)
        {
            return new SchemaFinding(RuleTable.IndexChanged,
                ("index", name), ("owner", line.OwnerName), ("value", line.Value!), ("recorded", old), ("remedy", Remedies.IndexTemplate));
        }

        // An attribute of its own is there already; what is composed is not.
        return line.Value!.IndexOf('"') < 0
            ? null
            : Lacks(line, $"the key of index '{name}'", "so the index does not have them", Remedies.IndexOfOlder);
    }

    private static SchemaFinding? Shards(SchemaLine line, string of, string? old)
    {
        if (old is not null && ShardNumbers.Read(old).IsCoveredBy(ShardNumbers.Read(line.Value!)))
            return null;
        return new SchemaFinding(RuleTable.ShardsChanged,
            ("type", line.OwnerName), ("value", line.Value!), ("key", of.Length == 0 ? "the table's key" : of.Substring(3)),
            ("recorded", old ?? Nothing), ("remedy", Remedies.Shards));
    }

    private static SchemaFinding? Attribute(SchemaLine line, string name, string? old)
    {
        var (type, presence) = AttributeValue.Read(line.Value);
        var (oldType, oldPresence) = AttributeValue.Read(old);
        if (old is not null && !StoredTypeChange.IsReadable(oldType, type))
        {
            return new SchemaFinding(RuleTable.AttributeTypeChanged,
                ("attribute", name), ("owner", line.OwnerName), ("value", type), ("recorded", oldType));
        }

        var mayBeAbsent = old is null || oldPresence is AttributeValue.Optional or AttributeValue.Default;
        return mayBeAbsent && presence == AttributeValue.Required ? LacksRequired(line, name) : null;
    }

    private static SchemaFinding LacksRequired(SchemaLine line, string name) =>
        Lacks(line, $"the attribute '{name}'", "so reading them throws", Remedies.Required);

    private static SchemaFinding? Name(SchemaModel model, SchemaLine line, string name) =>
        line.Value is null || !model.IsInKeys(line.Owner)
            ? null
            : new SchemaFinding(RuleTable.EnumNameLost,
                ("name", $"name '{name}'"), ("enum", line.OwnerName), ("loss", "which keys are no longer written with"),
                ("remedy", "take back the old name, or put the items under their new keys and acknowledge the change"));

    private static SchemaFinding? Number(SchemaModel model, SchemaLine line, string old)
    {
        var hasMoved = model.Owners[line.Owner].Facts.Any(fact =>
            fact.Line.Value == old && fact.Line.Subject.StartsWith("number ", StringComparison.Ordinal));
        return hasMoved
            ? new SchemaFinding(RuleTable.EnumNameLost,
                ("name", line.Subject), ("enum", line.OwnerName), ("loss", $"which was {old} and now means {line.Value}"),
                ("remedy", Remedies.EnumNumber))
            : null;
    }

    private static SchemaFinding Pattern(SchemaLine line, string pattern, string? old, string remedy) => new(RuleTable.PatternChanged,
        ("type", line.OwnerName), ("value", line.Value!), ("pattern", pattern), ("recorded", old ?? Nothing), ("remedy", remedy));

    private static SchemaFinding Lacks(SchemaLine line, string what, string effect, string remedy) => new(RuleTable.OlderItemsLack,
        ("owner", line.OwnerName), ("what", what), ("effect", effect), ("remedy", remedy));
}
