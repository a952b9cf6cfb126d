namespace DynamoToolkit.Shared.Diagnostics;

// Keys and indexes: 1xxx.
internal static partial class RuleTable
{
    public static RuleSpec NoPartitionKey { get; } = Error("DTK1001", "Item type has no partition key",
        "Put [PartitionKey] on a member of '{type}', or on the type itself with a template");
    public static RuleSpec SeveralPartitionKeys { get; } = Error("DTK1002", "Item type has two partition keys",
        "Remove [PartitionKey] from '{member}'; '{type}' already has one, and a template can combine several members");
    public static RuleSpec SeveralSortKeys { get; } = Error("DTK1003", "Item type has two sort keys",
        "Remove [SortKey] from '{member}'; '{type}' already has one, and a template can combine several members");
    public static RuleSpec KeyTypeNotSupported { get; } = Error("DTK1004", "Member type can't be a key",
        "'{member}' can't be a key because it is stored as {stored}; use a string, a number or bytes");
    public static RuleSpec NullableKey { get; } = Error("DTK1005", "Table key can be null",
        "Make '{member}' non-nullable; it is part of the table's key, and every item has a key");
    public static RuleSpec TemplateMemberUnknown { get; } = Error("DTK1006", "Key template names an unknown member",
        "Template '{template}' names '{name}', which {reason}");
    public static RuleSpec TemplateMalformed { get; } = Error("DTK1007", "Key template is malformed",
        "Correct the template '{template}': {reason}");
    public static RuleSpec TemplateMemberType { get; } = Error("DTK1008", "Member can't be part of a key template",
        "'{member}' can't be part of the template '{template}' because {stored} has no text that sorts like its values; "
        + "use a string, whole number, time, Guid, enum or bool");
    public static RuleSpec TemplateAmbiguous { get; } = Error("DTK1009", "Key template is ambiguous",
        "Put a '#' after '{part}' in the template '{template}'; its text can have any length, so two items could have the same key");
    public static RuleSpec DuplicateIndex { get; } = Error("DTK1010", "Two indexes share a name",
        "Rename or remove one of the indexes '{index}' of '{type}'; a table has only one index of each name");
    public static RuleSpec IndexIncludeUnknown { get; } = Error("DTK1011", "Index includes an unknown member",
        "Index '{index}' includes '{name}', which {reason}");
    public static RuleSpec LocalIndexWithoutSortKey { get; } = Error("DTK1012", "Local index on a table without a sort key",
        "Give '{type}' a [SortKey], or make index '{index}' a [GlobalIndex]; a local index needs a table with a sort key");
    public static RuleSpec IndexKeyCount { get; } = Error("DTK1013", "Index has too few or too many key attributes",
        "The {part} key of index '{index}' has {count} attributes; a partition key takes 1 to {limit}, a sort key at most {limit}");
    public static RuleSpec KeyOnMap { get; } = Error("DTK1014", "Key, index or time to live on a map",
        "Remove [{attribute}] from '{type}'; a map has no keys, indexes or time to live of its own");
    public static RuleSpec KeyNameTaken { get; } = Error("DTK1015", "Key attribute name is taken",
        "'{type}' stores two different things as '{attribute}'; set the key's AttributeName, or rename the member with [DynamoAttribute]");
    public static RuleSpec KeyArgumentOnMember { get; } = Error("DTK1016", "Key attribute on a member has an argument",
        "Remove the argument of [{attribute}] on '{member}', which is the key itself; "
        + "a template goes on the type, and an attribute name in [DynamoAttribute]");
    public static RuleSpec KeyAttributeTwice { get; } = Error("DTK1017", "One attribute is two keys",
        "'{type}' uses '{attribute}' twice in the key of {owner}; use different attributes");
    public static RuleSpec TooManyGlobalIndexes { get; } = Warning("DTK1018", "Table has more global indexes than the default quota",
        "Table '{table}' has {count} global indexes; share indexes between its item types, or ask AWS for more than {limit}");
    public static RuleSpec TooManyLocalIndexes { get; } = Error("DTK1019", "Table has too many local indexes",
        "Table '{table}' has {count} local indexes; make some of them global, because a table can have at most {limit}");
    public static RuleSpec TooManyIncludes { get; } = Error("DTK1020", "Indexes include too many attributes",
        "The indexes of table '{table}' include {count} attributes; project all attributes, or include at most {limit} in total");
    public static RuleSpec TableKeysDisagree { get; } = Error("DTK1021", "Item types of one table have different keys",
        "'{type}' has {keys} in table '{table}', but '{other}' has {otherKeys}; use the same key attributes in both");
    public static RuleSpec KeyTypesDisagree { get; } = Error("DTK1022", "Item types of one table store a key attribute as different types",
        "'{type}' stores key attribute '{attribute}' as {wire}, but '{other}' stores it as {otherWire} in table '{table}'; "
        + "use one type, or rename the attribute in one of them");
    public static RuleSpec IndexesDisagree { get; } = Error("DTK1023", "Item types of one table define an index differently",
        "'{type}' and '{other}' define index '{index}' of table '{table}' differently; "
        + "use the same key attributes and projection, or rename the index in one of them");
    public static RuleSpec TimesToLiveDisagree { get; } = Error("DTK1024", "Item types of one table have different times to live",
        "'{type}' has its time to live in '{attribute}', but '{other}' has it in '{otherAttribute}' of table '{table}'; "
        + "use one attribute name in both");
    public static RuleSpec ConstantResemblesMember { get; } = Warning("DTK1025", "Constant key looks like a member",
        "Template '{template}' makes the same key for every item; write '{replacement}' instead of '{word}', "
        + "or use a text that does not look like a member");
    public static RuleSpec KeyTypeLessVisible { get; } = Error("DTK1026", "Key type is less visible than its item type",
        "Make '{memberType}' as visible as '{type}'; '{member}' is part of its keys");
    public static RuleSpec IndexProjectionContradicts { get; } = Error("DTK1027", "Index projection and Include contradict each other",
        "Index '{index}' has {reason}");
    public static RuleSpec KeyNameWithoutKey { get; } = Error("DTK1028", "Name of an index key has nothing to name",
        "Remove {property} from index '{index}'; it applies only to a key of one attribute, and this key has {count}");
    public static RuleSpec KeysCoincide { get; } = Error("DTK1029", "Items of two types can have the same key",
        "An item of table '{table}' can be both '{type}' and '{other}', because keys of {keys} and {otherKeys} can be equal; "
        + "use different constant text, make the types a family with [DynamoType], or declare one as [ViewOf] the other");
    public static RuleSpec ViewNotPossible { get; } = Error("DTK1030", "Type can't be a view of another type",
        "'{type}' can't be a view of '{other}': {reason}");
    public static RuleSpec IndexWithoutTypeName { get; } = Error("DTK1031", "Index does not hold the names of a family's types",
        "Index '{index}' of '{type}' holds only keys, so a query of it can't tell the types of the family apart; "
        + "project all attributes, or Include some, which adds '{attribute}'");

    // Keys that work, but not well.
    public static RuleSpec KeyCanBeEmpty { get; } = Info("DTK1040", "Key begins empty",
        "'{member}' is a key and begins as an empty text, which DynamoDB refuses in keys; make it required");
    public static RuleSpec KeyTooLong { get; } = Warning("DTK1041", "Key can be longer than DynamoDB allows",
        "The declared lengths allow {key} {count} bytes and more, but DynamoDB takes {limit}; shorten what it is built from");
    public static RuleSpec FloatingPointKey { get; } = Warning("DTK1042", "Key is a floating-point number",
        "'{member}' is a '{type}' and a key, so an item is found only by exactly the same binary fraction; "
        + "use a decimal or a whole number");
    public static RuleSpec TimeToLiveOverflows { get; } = Warning("DTK1043", "Time to live ends in 2038",
        "'{member}' holds seconds since 1970 in 32 bits, which end in January 2038; make it a long or a DateTimeOffset");
}
