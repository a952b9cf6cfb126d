namespace DynamoToolkit.Shared.Diagnostics;

// Models: 0xxx.
internal static partial class RuleTable
{
    public static RuleSpec TypeNotPartial { get; } = Error("DTK0001", "Item type is not partial",
        "Declare '{type}' as partial; the generator adds members to it");
    public static RuleSpec ContainingTypeNotPartial { get; } = Error("DTK0002", "Containing type is not partial",
        "Declare '{containing}' as partial; it contains the item type '{type}'");
    public static RuleSpec TypeNotSupported { get; } = Error("DTK0003", "Type can't be an item type",
        "'{type}' can't be an item type because it is {reason}; use a class, record or struct that the generated code can create and name");
    public static RuleSpec TableAndMap { get; } = Error("DTK0004", "Type is both a table and a map",
        "Remove [DynamoMap] or [DynamoTable] from '{type}'; a type is an item of a table, or a map inside items");
    public static RuleSpec MemberTypeNotSupported { get; } = Error("DTK0005", "Member type can't be stored",
        "'{member}' can't be stored because DynamoDB has no equivalent of '{type}'; use another type, "
        + "name a converter with [DynamoConverter], or mark it with [DynamoIgnore]");
    public static RuleSpec DuplicateAttributeName { get; } = Error("DTK0006", "Two members share an attribute name",
        "'{member}' and '{other}' are both stored as '{attribute}'; rename one with [DynamoAttribute], or with Prefix if it is flattened");
    public static RuleSpec MemberNotAssignable { get; } = Error("DTK0007", "Member can't be read back",
        "'{member}' can be written but not read back; add 'init' or a constructor parameter, or mark it with [DynamoIgnore]");
    public static RuleSpec TimeToLiveType { get; } = Error("DTK0008", "Time to live is neither a time nor a number",
        "'{member}' can't be the time to live because it is a '{type}'; use a DateTimeOffset, a DateTime, or seconds since 1970 as a long");
    public static RuleSpec SeveralTimesToLive { get; } = Error("DTK0009", "Item type has two times to live",
        "Remove [TimeToLive] from '{member}' or '{other}'; a table has only one time to live");
    public static RuleSpec SetElementNotSupported { get; } = Error("DTK0010", "Set element type is not supported",
        "'{member}' can't be a set of '{element}' because {reason}");
    public static RuleSpec NoUsableConstructor { get; } = Error("DTK0011", "Item type has no usable constructor",
        "'{type}' can't be created from its attributes; add a constructor without parameters, "
        + "or one whose parameters match stored members by name and type");
    public static RuleSpec NameNotAllowed { get; } = Error("DTK0012", "DynamoDB does not allow this name",
        "Rename the {kind} '{name}'; {reason}");
    public static RuleSpec MemberNotStorable { get; } = Error("DTK0013", "Attribute on a member that can't be stored",
        "Remove the DynamoToolkit attribute from '{member}', or change the member; it can't be stored because it {reason}");
    public static RuleSpec MapNotMarked { get; } = Error("DTK0014", "Member type is not marked as a map",
        "Mark '{type}' with [DynamoMap] so that '{member}' can be stored, or mark '{member}' with [DynamoIgnore]");
    public static RuleSpec NestingTooDeep { get; } = Error("DTK0015", "Item type nests too deeply",
        "'{type}' nests maps and lists {levels} levels deep; flatten it, because DynamoDB stores at most {limit}");
    public static RuleSpec RecursiveMap { get; } = Info("DTK0016", "Map can contain itself",
        "'{member}' lets '{type}' contain itself; keep the data within the {limit} levels that DynamoDB stores");
    public static RuleSpec ConverterMismatch { get; } = Error("DTK0017", "Converter is for another type",
        "The converter of '{member}' does not convert '{type}'; use one that implements IAttributeConverter<T> for that type");
    public static RuleSpec ExtraAttributesType { get; } = Error("DTK0018", "Extra attributes have another type",
        "'{member}' can't hold extra attributes because it is a '{type}'; change its type to ExtraAttributes, or remove [DynamoExtra]");
    public static RuleSpec DefaultValueType { get; } = Error("DTK0019", "Default value does not fit the member",
        "The [DynamoDefault] of '{member}' is not a valid '{type}'; use a constant of that type, or a string from which it can be parsed");
    public static RuleSpec SeveralExtraAttributes { get; } = Error("DTK0020", "Item type has two members for extra attributes",
        "Remove [DynamoExtra] from '{member}' or '{other}'; one member holds every attribute that no other member reads");
    public static RuleSpec DuplicateTypeName { get; } = Error("DTK0021", "Two types of a family share a name",
        "'{type}' and '{other}' both have [DynamoType(\"{name}\")] below '{base}'; give each its own name");
    public static RuleSpec TypeAttributesDisagree { get; } = Error("DTK0022", "Types of a family store their names in different attributes",
        "'{type}' stores its name in '{attribute}', but '{other}' in '{otherAttribute}'; use one AttributeName for all below '{base}'");
    public static RuleSpec NamedTypeNotMapped { get; } = Error("DTK0023", "Named type is neither a table nor a map",
        "Mark '{type}' with [DynamoTable] or [DynamoMap]; [DynamoType] alone stores nothing");
    public static RuleSpec FamilyDisagrees { get; } = Error("DTK0024", "Type of a family differs from its base",
        "Give '{type}' the same {difference} as its base '{base}', through which it is read and written");
    public static RuleSpec FamilyTypeUnnamed { get; } = Warning("DTK0025", "Type of a family has no name",
        "Mark '{type}' with [DynamoType], as '{other}' is; otherwise the two can't be told apart when they are read as '{base}'");
    public static RuleSpec ConverterNotCallable { get; } = Error("DTK0026", "Converter can't be called",
        "'{member}' can't be stored with '{converter}' because {reason}");
    public static RuleSpec RequiredNotStored { get; } = Error("DTK0027", "Required member is not stored",
        "'{member}' is required but not stored, so no '{type}' can be read; store it with [DynamoAttribute], or remove 'required'");
    public static RuleSpec AttributeWithoutEffect { get; } = Error("DTK0028", "Attribute has no effect",
        "Remove [{attribute}] from '{member}'; it has no effect next to [{other}]");
    public static RuleSpec OverrideOfIgnored { get; } = Error("DTK0040", "Override stores an ignored member",
        "'{member}' has [{attribute}], but overrides a member of '{base}' with [DynamoIgnore]; remove one of the two");
    public static RuleSpec HidingMember { get; } = Warning("DTK0041", "Member hides one with attributes, or a stored one",
        "'{member}' hides a member of '{base}' {loss}; rename one of them, or put the attributes that apply on '{member}'");
    public static RuleSpec SetterNotVisible { get; } = Warning("DTK0042", "Inherited property may be lost",
        "'{member}' of '{base}' is not stored because '{type}' can't see a setter in the other assembly; "
        + "make the setter protected, or mark the property with [DynamoIgnore]");
    public static RuleSpec TableAsMember { get; } = Warning("DTK0043", "Item type is stored inside another",
        "'{member}' stores '{type}' as a map, together with its table's keys; use a [DynamoMap] type, or store only its key");
    public static RuleSpec AttributeNotInherited { get; } = Warning("DTK0044", "Attribute does not reach item types",
        "[{attribute}] on '{member}' has no effect because {reason}");
    public static RuleSpec LanguageVersionTooLow { get; } = Error("DTK0050", "Language version is too low for generated code",
        "C# {version} can't compile the code that is generated for '{type}'; remove LangVersion, or set it to {required} or higher");
    public static RuleSpec FamilyTypeHidden { get; } = Error("DTK0051", "Type of a family is hidden from its base",
        "Make '{type}' internal or public; its base '{base}' reads and writes it, but can't access it");
    public static RuleSpec MissingInOlderItems { get; } = Info("DTK0060", "Older items may lack the member",
        "Reading an item without '{member}' throws; if '{type}' got it later, give it a [DynamoDefault], make it nullable, "
        + "or set the policy of '{type}' with [DynamoMissing]");
    public static RuleSpec DuplicateEnumName { get; } = Error("DTK0061", "Two members of an enum share a stored name",
        "'{member}' and '{other}' are both stored as '{name}'; give each its own name, and use a name only once among the aliases");
    public static RuleSpec EnumNameNotAllowed { get; } = Error("DTK0062", "Name of an enum's member can't be stored",
        "'{member}' can't be stored as '{name}': {reason}");
    public static RuleSpec VersionMissing { get; } = Error("DTK0070", "Version-controlled type has no version",
        "Mark the int or long of '{type}' that is its sort key, or the last part of its sort key's template, with [Version]");
    public static RuleSpec VersionType { get; } = Error("DTK0071", "Version has another type",
        "'{member}' can't be [Version] because it is a '{type}'; use an int or long without a converter");
    public static RuleSpec VersionNotPossible { get; } = Error("DTK0072", "Version is not at the end of the sort key",
        "'{member}' can't be [Version]: {reason}");
    public static RuleSpec NotVersionControlled { get; } = Error("DTK0073", "Versions of the items are not kept",
        "{what} has no effect, because no versions of '{type}' are kept; mark the type with [VersionControlled], or remove it");
    public static RuleSpec LatestOnlyNotPossible { get; } = Error("DTK0074", "Member can't be in the latest version only",
        "'{member}' can't be [{attribute}]: {reason}");
    public static RuleSpec VersionControlNotPossible { get; } = Error("DTK0075", "Type can't be version-controlled",
        "'{type}' can't be [VersionControlled]: {reason}");
    public static RuleSpec VersionNameReserved { get; } = Error("DTK0076", "Attribute name is reserved for versions",
        "'{type}' can't store {what} as '{attribute}', which saves of versions write; use another name, "
        + "or set LatestVersionAttributeName of [VersionControlled]");
    public static RuleSpec IndexedVersionsNotPossible { get; } = Error("DTK0077", "Index can't leave versions out",
        "Index '{index}' can't hold only IndexedVersions.{versions}, because none of its keys can be left out of an item; "
        + "give one a template with text, or an attribute of its own with PartitionAttributeName or SortAttributeName");
    public static RuleSpec IndexWithoutLatestVersion { get; } = Error("DTK0078", "Index can't tell versions from copies",
        "Index '{index}' holds only keys, so a query of it can't tell versions of '{type}' from the copies of the latest ones; "
        + "give it 'Versions = IndexedVersions.Latest' or 'Numbered', or project attributes");
    public static RuleSpec AuthorNotPossible { get; } = Error("DTK0079", "Saves can't set the author",
        "'{member}' can't be [{attribute}]: {reason}");
    public static RuleSpec StampType { get; } = Error("DTK0080", "Token or time of a write has another type",
        "'{member}' can't be [{attribute}] because it is a '{type}'; use {types}");
    public static RuleSpec SeveralStamps { get; } = Error("DTK0081", "Item type has two tokens, or two times of one kind",
        "Remove [{attribute}] from '{member}' or '{other}'; an item has only one");
    public static RuleSpec StampNotPossible { get; } = Error("DTK0082", "Writes can't set this member",
        "'{member}' can't be [{attribute}]: {reason}");
    public static RuleSpec UniqueNotPossible { get; } = Error("DTK0090", "Member can't be unique",
        "'{member}' can't be [Unique]: {reason}");
    public static RuleSpec UniqueMemberUnknown { get; } = Error("DTK0091", "Unique value of an unknown member",
        "[Unique] names '{name}', which {reason}");
    public static RuleSpec UniqueKeysCoincide { get; } = Error("DTK0092", "Item and reservation can have the same key",
        "An item of '{type}' can have the same key as a reservation of a unique value of '{other}' in table '{table}'; "
        + "begin the template of its partition key with constant text of its own, such as USER#");
    public static RuleSpec UniqueValueNotKnown { get; } = UseError("DTK0093", "Write does not know the unique values that it replaces",
        "{method}() can't be used like this with '{type}', which has unique values; {remedy}");
    public static RuleSpec TrigramNotPossible { get; } = Error("DTK0094", "Member can't have a trigram index",
        "'{member}' can't be [TrigramIndexed]: {reason}");
    public static RuleSpec TrigramScopeUnknown { get; } = Error("DTK0095", "Trigram index within an unknown member",
        "The scope of [TrigramIndexed] of '{member}' names '{name}', which {reason}");
    public static RuleSpec TrigramKeysCoincide { get; } = Error("DTK0096", "Item and posting can have the same key",
        "An item of '{type}' can have the same key as a posting of a trigram index of '{other}' in table '{table}'; "
        + "begin the template of its partition key with constant text of its own, such as USER#");
    public static RuleSpec TrigramTextNotKnown { get; } = UseError("DTK0097", "Write does not know the indexed texts that it replaces",
        "{method}() can't be used like this with '{type}', which has a trigram index that its writers keep; {remedy}");
    public static RuleSpec TrigramNameShared { get; } = Error("DTK0098", "Types share the name of a trigram index",
        "'{type}' and '{other}' both have a trigram index '{index}' in table '{table}'; give one of them another Name");
    public static RuleSpec WriteShardCount { get; } = Error("DTK0100", "Number of write shards is out of range",
        "'{type}' spreads {key} over {count} write shards; use 2 to 256, and the smallest number that the load needs");
    public static RuleSpec WriteShardsNotPossible { get; } = Error("DTK0101", "Key can't have write shards",
        "'{type}' can't spread {key} over write shards: {reason}");
    public static RuleSpec WriteShardBy { get; } = Error("DTK0102", "Member can't decide on the write shard",
        "'{name}' can't decide on the write shard of {key}: {reason}");
    public static RuleSpec WriteShardMemberMissing { get; } = Error("DTK0103", "Item type has no member for its random write shard",
        "Give '{type}' a member '[WriteShard] public int? Shard', or name a member of the sort key with By; "
        + "otherwise an item does not know its shard, and no write could reach it again");
    public static RuleSpec RetentionDuration { get; } = Error("DTK0110", "Retention is not a positive duration",
        "[{attribute}] of '{member}' keeps items for {duration}; use a duration of at least one minute, without negative parts");
    public static RuleSpec RetentionWithoutMember { get; } = Error("DTK0111", "Retention without a time to live",
        "'{type}' has [Retention], but no member that holds when an item expires; mark one with [TimeToLive]");
    public static RuleSpec SeveralRetentions { get; } = Error("DTK0112", "Item type has two retentions",
        "'{type}' has both [Retention] and a duration in [TimeToLive] of '{member}'; remove one of them");
    public static RuleSpec RetentionNotPossible { get; } = Error("DTK0113", "Writes can't set the time to live",
        "The time to live '{member}' can't have a duration: {reason}");
    public static RuleSpec RetentionsDisagree { get; } = Error("DTK0114", "One retention has different defaults",
        "'{type}' and '{other}' give the retention '{name}' different durations, {duration} and {otherDuration}; use one, or two names");
    public static RuleSpec CounterType { get; } = Error("DTK0120", "Sharded counter has another type",
        "'{member}' can't be a sharded counter because it is a '{type}'; use an int, long or decimal");
    public static RuleSpec CounterNotPossible { get; } = Error("DTK0121", "Member can't be a sharded counter",
        "'{member}' can't be a sharded counter: {reason}");
    public static RuleSpec CounterKeysCoincide { get; } = Error("DTK0122", "Items of a counter can be items of a type",
        "An item of the counter '{member}' of '{type}' could be a '{other}', because its sort key 'COUNTER#…' can be one of {keys}; "
        + "begin the sort key of '{other}' with different text");
    public static RuleSpec MaterializeNotPossible { get; } = Error("DTK0140", "Member can't be materialized",
        "'{member}' can't be [{attribute}]: {reason}");
}
