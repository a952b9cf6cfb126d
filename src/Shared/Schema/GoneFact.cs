using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Judges facts of the baseline that the model no longer has, although it still has their owner.</summary>
internal static class GoneFact
{
    private const string Nothing = "nothing";

    /// <summary>What is wrong with it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="line">The line of the baseline.</param>
    public static SchemaFinding Of(SchemaModel model, SchemaLine line)
    {
        var (word, name) = ChangedFact.Split(line.Subject);
        return (line.Kind, word) switch
        {
            ("table", "local") => new SchemaFinding(RuleTable.LocalIndexesChanged,
                ("table", line.OwnerName), ("state", "with"), ("index", ChangedFact.Split(name).Name),
                ("remedy", "take it back, or acknowledge that nothing queries it; its entries stay, and writes still pay for them")),
            ("table", "time") => new SchemaFinding(RuleTable.TimeToLiveChanged,
                ("table", line.OwnerName), ("value", Nothing), ("recorded", line.Value ?? Nothing), ("remedy", Remedies.TimeToLiveGone)),
            (_, "sort") => new SchemaFinding(RuleTable.KeyChanged,
                ("key", line.Subject), ("owner", line.OwnerName), ("value", Nothing), ("recorded", line.Value ?? Nothing),
                ("remedy", Remedies.Key)),
            (_, "shards") => new SchemaFinding(RuleTable.ShardsChanged,
                ("type", line.OwnerName), ("value", Nothing),
                ("key", name.Length == 0 ? "the table's key" : name.Substring(3)), ("recorded", line.Value ?? Nothing),
                ("remedy", Remedies.Shards)),
            (_, "discriminator") => new SchemaFinding(RuleTable.DiscriminatorChanged,
                ("type", line.OwnerName), ("value", Nothing), ("recorded", line.Value ?? Nothing)),
            (_, "versions") => new SchemaFinding(RuleTable.PatternChanged,
                ("type", line.OwnerName), ("value", Nothing), ("pattern", "latest version's attribute"),
                ("recorded", line.Value ?? Nothing),
                ("remedy", Remedies.Versions)),
            ("enum", "name") => new SchemaFinding(RuleTable.EnumNameLost,
                ("name", $"name '{name}'"), ("enum", line.OwnerName), ("loss", "which can't be read any more"),
                ("remedy", Remedies.EnumName)),
            ("enum", "number") when HasMoved(model, line) => new SchemaFinding(RuleTable.EnumNameLost,
                ("name", line.Subject), ("enum", line.OwnerName), ("loss", $"which was {line.Value} and is not a member now"),
                ("remedy", Remedies.EnumNumber)),
            _ => new SchemaFinding(RuleTable.RecordedFactGone,
                ("owner", line.OwnerName), ("what", What(line, word, name)),
                ("remedy", word == "attribute" ? Remedies.AttributeGone : Remedies.Gone)),
        };
    }

    private static bool HasMoved(SchemaModel model, SchemaLine line) =>
        model.Owners[line.Owner].Facts.Any(fact => fact.Line.Value == line.Value);

    private static string What(SchemaLine line, string word, string name) => word switch
    {
        "attribute" => $"the attribute '{name}'",
        "global" => $"the global index '{ChangedFact.Split(name).Name}'",
        _ => $"'{line.Subject}'",
    };
}
