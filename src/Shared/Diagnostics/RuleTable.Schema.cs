namespace DynamoToolkit.Shared.Diagnostics;

// What a change of item types does to items that exist: 4xxx. These rules compare with DynamoSchema.Shipped.txt.
internal static partial class RuleTable
{
    public static RuleSpec KeyChanged { get; } = Error("DTK4001", "Key differs from that of existing items",
        "The {key} of '{owner}' is {value}, but the baseline records {recorded}; {remedy}");
    public static RuleSpec ItemTypeMoved { get; } = Error("DTK4002", "Item type has moved to another table",
        "'{type}' is in table '{table}', but its items are in '{recorded}'; "
        + "copy them to the new table, and acknowledge the change, or take back the old name");
    public static RuleSpec IndexChanged { get; } = Error("DTK4003", "Index differs from the one that exists",
        "Index '{index}' of '{owner}' is '{value}', but the baseline records '{recorded}'; {remedy}");
    public static RuleSpec LocalIndexesChanged { get; } = Error("DTK4004", "Local indexes of a table have changed",
        "Table '{table}' exists {state} local index '{index}', and keeps its local indexes as long as it exists; {remedy}");
    public static RuleSpec ShardsChanged { get; } = Error("DTK4005", "Write shards differ from those of existing items",
        "The number of write shards of {key} of '{type}' is '{value}', but the baseline records '{recorded}'; {remedy}");
    public static RuleSpec TimeToLiveChanged { get; } = Error("DTK4006", "Time to live is in another attribute",
        "The time to live of table '{table}' is '{value}', but the baseline records '{recorded}'; {remedy}");
    public static RuleSpec DiscriminatorChanged { get; } = Error("DTK4007", "Items have another type name",
        "The name of '{type}' in items is '{value}', but the baseline records '{recorded}'; "
        + "take back the old one, or rewrite the items and acknowledge the change");
    public static RuleSpec EnumNameLost { get; } = Error("DTK4008", "Stored name of an enum is lost",
        "Items have the {name} of '{enum}', {loss}; {remedy}");
    public static RuleSpec AttributeTypeChanged { get; } = Error("DTK4009", "Attribute holds another type",
        "Attribute '{attribute}' of '{owner}' holds '{value}', but the baseline records '{recorded}'; "
        + "store the new values under another name, or rewrite the items, and acknowledge the change");
    public static RuleSpec RecordedTypeGone { get; } = Error("DTK4010", "Recorded item type is not declared",
        "The baseline records the item type '{type}', but the project does not declare it; {remedy}");
    public static RuleSpec PatternChanged { get; } = Error("DTK4011", "Items beside the item have another form",
        "The {pattern} of '{type}' is '{value}', but the baseline records '{recorded}'; {remedy}");
    public static RuleSpec RecordedFactGone { get; } = Warning("DTK4012", "Recorded attribute or index is gone",
        "'{owner}' no longer has {what}, which the baseline records; {remedy}");
    public static RuleSpec OlderItemsLack { get; } = Warning("DTK4013", "Older items lack what the type needs",
        "Older items of '{owner}' lack {what}, {effect}; {remedy}");
    public static RuleSpec FactNotRecorded { get; } = Info("DTK4020", "Baseline does not record a fact",
        "DynamoSchema.Shipped.txt does not record {what}; record it, so that later changes are noticed");
    public static RuleSpec BaselineMalformed { get; } = Error("DTK4021", "Line of the baseline is wrong",
        "'{line}' is wrong: {reason}");
}
