using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>
/// All rules, by id: 0xxx models, 1xxx keys and indexes, 2xxx expressions, 3xxx performance, 9xxx internal. Whoever finds a problem passes
/// the properties that the message names; code fixes read them by the same names.
/// </summary>
/// <remarks>
/// Names mean the same in all messages: <c>type</c> is the item type and <c>member</c> its member, <c>other</c> is the type or member that
/// conflicts with it, <c>attribute</c> is a DynamoDB attribute or a C# attribute in brackets, and <c>reason</c> says what is wrong and
/// what to do. A rule with code of its own has a file of its name in <c>src/Analyzers/Rules</c>; the parser finds all others.
/// </remarks>
internal static class RuleTable
{
    private static readonly List<RuleSpec> Rows = [];

    /// <summary>The rules, in the order of their ids.</summary>
    public static IReadOnlyList<RuleSpec> All => Rows;

    // Models.
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

    // Keys and indexes.
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
        "Index '{index}' holds only keys, so a query of it can't tell '{type}' from the other types of its family; "
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

    // Expressions: code that uses item types.
    public static RuleSpec NotACondition { get; } = Error("DTK2001", "Attribute is not a condition",
        "'{expression}' is not a condition that DynamoDB can evaluate; {remedy}");
    public static RuleSpec NotEvaluated { get; } = Error("DTK2002", "DynamoDB can't evaluate this",
        "DynamoDB can't evaluate '{name}' of '{expression}'; {remedy}");
    public static RuleSpec AttributeAsValue { get; } = Error("DTK2003", "Attribute is used as a value",
        "'{expression}' stands for an attribute, and its value is not known here; {remedy}");
    public static RuleSpec MemberNotInUse { get; } = Error("DTK2004", "Member can't be used here",
        "'{member}' can't be used in this {method}(); {reason}");
    public static RuleSpec LambdaNotInScope { get; } = Error("DTK2005", "Method for a lambda is not in scope",
        "{method}() takes lambdas over the attributes of '{type}' only with 'using {namespace};' in this file; add it");
    public static RuleSpec BuilderAwaited { get; } = Error("DTK2006", "Request is awaited before it is sent",
        "{method}() only builds a request; await its {execute}()");
    public static RuleSpec LinqOnSequence { get; } = Error("DTK2007", "LINQ does not apply to requests",
        "{method}() is LINQ's, and '{type}' is a request; {remedy}");
    public static RuleSpec LambdaNotTaken { get; } = Error("DTK2008", "Method takes no lambda",
        "{method}() takes no lambda; {remedy}");
    public static RuleSpec KeyExpected { get; } = Error("DTK2009", "Value is passed for a key",
        "{method}() takes a key and not a value; write '{replacement}'");
    public static RuleSpec NotExecuted { get; } = Warning("DTK2010", "Request is never sent",
        "{method}() only builds a request, and this one is never sent; {remedy}");
    public static RuleSpec NotAwaited { get; } = Warning("DTK2011", "Request is not awaited",
        "The task of {method}() is dropped, and with it every error; await it");
    public static RuleSpec MemberByName { get; } = Error("DTK2012", "Member is named by a text",
        "{method}() takes no names; write '{replacement}'");

    // Calls: what they cost, lose or never get.
    public static RuleSpec ScanNotAllowed { get; } = Info("DTK2020", "Scan reads the whole table",
        "Scan() reads and pays for all of {table}, whatever a filter leaves; query a key or an index, "
        + "or state that the scan is meant with [AllowScan]");
    public static RuleSpec FilterReadsOn { get; } = Info("DTK2021", "Limit does not limit what is read",
        "{method} limits what the filter leaves, so DynamoDB may read and charge {all} before it finds enough; "
        + "put the condition into a key, or read page by page with PageSize()");
    public static RuleSpec CallInLoop { get; } = Info("DTK2022", "Single calls in a loop",
        "Each pass of the loop waits for one {method}(); collect the {things} and send up to {limit} in one request with {batch}()");
    public static RuleSpec BatchResultIgnored { get; } = Warning("DTK2023", "Result of a batch is ignored",
        "{method}() returns what the service never got to, and this drops it; call ThrowIfIncomplete() on the result, or use Unprocessed");
    public static RuleSpec UnprocessedIgnored { get; } = Info("DTK2024", "Keys that a batch never read are ignored",
        "Items are only those that the batch got to; "
        + "keep the result of {method}(), and call ThrowIfIncomplete() on it or look at Unprocessed");
    public static RuleSpec SingleItemTransaction { get; } = Info("DTK2025", "Transaction writes one item",
        "A transaction of one {method}() costs twice what the {method}() does and promises no more; execute it alone");
    public static RuleSpec TransactionTooLarge { get; } = Error("DTK2026", "Transaction has too many items",
        "{method}() gets {count} operations, and DynamoDB takes at most {limit} in one transaction; split it where it may be split");
    public static RuleSpec TransactionItemTwice { get; } = Error("DTK2027", "Transaction writes an item twice",
        "The transaction has two operations on the item of '{key}', which DynamoDB refuses; combine them in one");
    public static RuleSpec ConsistentReadOfGlobalIndex { get; } = Error("DTK2028", "Consistent read of a global index",
        "Index '{index}' is global, and DynamoDB refuses consistent reads of global indexes; "
        + "leave out ConsistentRead(), or query the table or a local index");
    public static RuleSpec ClientPerRequest { get; } = Warning("DTK2029", "Client is made for each request",
        "'{type}' is made {place}, and with it new connections; make one for the whole program and share it");
    public static RuleSpec CancellationNotPassed { get; } = Info("DTK2030", "Cancellation is not passed on",
        "{method} goes on when '{token}' is cancelled; pass it");
    public static RuleSpec ReadModifyWrite { get; } = Info("DTK2031", "Item is read, changed and written without a condition",
        "'{variable}' is written as it was read and changed here, so what others wrote in between is lost; "
        + "update only what changes, put it with a condition, or give '{type}' a [ConcurrencyToken]");
    public static RuleSpec TokenNotCompared { get; } = Info("DTK2032", "Write does not compare the concurrency token",
        "{method}() by key does not compare the concurrency token of '{type}'; pass the item instead of its key, "
        + "or add IfConcurrencyToken()");
    public static RuleSpec BatchRefuses { get; } = Error("DTK2033", "Batch can't do this write",
        "A batch can't do this {method}() because {reason}");
    public static RuleSpec IndexKeyPartlyUpdated { get; } = Error("DTK2034", "Update leaves an index key behind",
        "The update changes '{member}', from which the key of index '{index}' is built, but not {others}; "
        + "set all members of '{template}' in one update, or put the whole item");
    public static RuleSpec PathUpdatedTwice { get; } = Error("DTK2035", "Update changes an attribute twice",
        "The update changes '{path}' and '{other}', and DynamoDB refuses paths that overlap; keep one of them");
    public static RuleSpec ParentMayBeAbsent { get; } = Info("DTK2036", "Update goes into a map that may be absent",
        "DynamoDB refuses to set '{path}' in an item without '{parent}', which can be null; set '{parent}' as a whole, "
        + "or add a condition that it exists");
    public static RuleSpec TooManyOperands { get; } = Error("DTK2037", "In() has too many values",
        "In() gets {count} values, and DynamoDB takes at most {limit}; read by keys in a batch, or split the values over several requests");
    public static RuleSpec KeyTextByHand { get; } = Warning("DTK2038", "Text of a key does not sort",
        "'{value}', of type '{type}', is put into the text of the key '{member}', where {reason}; "
        + "let a key template write it, or use KeyText.Value");
    public static RuleSpec CounterInOneItem { get; } = Info("DTK2039", "Counter is in one item",
        "All adds to '{member}' go to one item of '{type}', which may throttle above about {limit} writes a second; "
        + "spread a busy counter over several items with [ShardedCounter]");
    public static RuleSpec VersionWrittenByHand { get; } = Error("DTK2070", "Version-controlled item is written by hand",
        "{method}() of a '{type}' throws, because its versions are kept; {remedy}");
    public static RuleSpec VersionMethodNotPossible { get; } = Error("DTK2071", "Method needs a version-controlled type",
        "{method}() needs versions, and none of '{type}' are kept; mark the type with [VersionControlled]");

    // The AWS SDK, where an item type here describes the table.
    public static RuleSpec ReservedWord { get; } = Warning("DTK2100", "Expression uses a reserved word",
        "'{word}' is a reserved word of DynamoDB, which refuses it in expressions; "
        + "write '#{word}', and name it in ExpressionAttributeNames");
    public static RuleSpec UnknownAttribute { get; } = Warning("DTK2101", "Expression names an unknown attribute",
        "No item type of table '{table}' has an attribute '{attribute}'{nearest}");
    public static RuleSpec SdkKeyMismatch { get; } = Error("DTK2102", "Key does not fit the table",
        "The key of table '{table}' is {keys}, but this key {reason}");
    public static RuleSpec SdkKeyUpdated { get; } = Error("DTK2103", "Update expression changes a key",
        "'{attribute}' is a key of table '{table}', and DynamoDB refuses to update keys; "
        + "delete the item and put it under its new key, in one transaction");
    public static RuleSpec SdkResponseIgnored { get; } = Warning("DTK2104", "Response of a batch is ignored",
        "{method}() succeeds even if the service did only some of it, and this drops {property}; send what is left again");
    public static RuleSpec SdkLimitWithFilter { get; } = Warning("DTK2105", "Limit counts before the filter",
        "Limit of the {request} counts what is read, before the filter, so the response may be empty although items match; "
        + "read on while LastEvaluatedKey is set");
    public static RuleSpec SdkConsistentIndex { get; } = Error("DTK2106", "Consistent read of a global index",
        "Index '{index}' of table '{table}' is global, and DynamoDB refuses consistent reads of global indexes");
    public static RuleSpec ContextOfItemType { get; } = Warning("DTK2107", "DynamoDBContext maps an item type of its own accord",
        "{method}() maps '{type}' by reflection and knows nothing of its [DynamoTable], so {loss}; use DynamoTable<{type}>");

    // Hot keys and cost. Only stated loads make warnings.
    public static RuleSpec LowCardinalityKey { get; } = Info("DTK3001", "Partition key has few values",
        "Items of '{type}' share {values} partition keys{cause}, and each may throttle above about {limit} write units a second{growth}; "
        + "add a member with many values to the key, or state the load with [Workload]");
    public static RuleSpec ConstantKey { get; } = Info("DTK3002", "All items have one partition key",
        "All items of '{type}' have the same partition key, which may throttle above about {limit} write units a second{growth}; "
        + "put a member into the template '{template}', or state the load with [Workload]");
    public static RuleSpec TimeBucketKey { get; } = Info("DTK3003", "Current period takes all writes",
        "The partition key of '{type}' is built from '{member}', so all new items have the current one, "
        + "which may throttle above about {limit} write units a second{growth}; add a member with many values, "
        + "or state the load with [Workload]");
    public static RuleSpec MomentAsKey { get; } = Info("DTK3004", "Partition key is a moment",
        "The partition key of '{type}' is the time '{member}': {reason}; "
        + "begin the key with an id, and let the time be the sort key");
    public static RuleSpec IndexPushesBack { get; } = Info("DTK3005", "Index slows the table down",
        "Index '{index}' has {keys}, and when one of them throttles, so do the writes to the table{growth}; "
        + "add a member with many values to its key, make it sparse, or state the load with [Workload]");
    public static RuleSpec CollectionUnbounded { get; } = Info("DTK3006", "Items with one partition key can outgrow 10 GB",
        "'{type}' has the local index '{index}', so all items with one partition key may have 10 GB together{estimate}, "
        + "and nothing bounds them; use a global index, a time to live, or state ItemsPerKey in [Workload]");
    public static RuleSpec LoadOverheatsKey { get; } = Warning("DTK3010", "Stated load overheats a key",
        "The load on {key} is more than one partition takes: {sum}, but {limit} is the limit{growth}; "
        + "spread it over {shards} shards with [WriteSharded({shards})], or add a member with many values to the key");
    public static RuleSpec LoadMayOverheatKey { get; } = Info("DTK3011", "Load overheats a key if it is skewed",
        "The load on {key} may be more than one partition takes: {sum}, but {limit} is the limit; "
        + "state HottestShare in [Workload] if you know it, or spread the key over {shards} shards with [WriteSharded({shards})]");
    public static RuleSpec LoadOverTableQuota { get; } = Warning("DTK3012", "Stated load is over the table's quota",
        "The load on '{type}' is {sum}, and a table takes {limit} by default; ask AWS for a higher quota before the load arrives");
    public static RuleSpec StatementWithoutEffect { get; } = Warning("DTK3013", "Statement about load has no effect",
        "[{attribute}] has no effect: {reason}");
    public static RuleSpec ItemTooLarge { get; } = Warning("DTK3020", "Item can be larger than DynamoDB allows",
        "The declared lengths allow an item of '{type}' {count} bytes and more, but DynamoDB takes {limit}; "
        + "store '{member}' elsewhere, or in items of its own");
    public static RuleSpec MemberUnbounded { get; } = Info("DTK3021", "Nothing bounds a member of busy items",
        "Each write of '{type}' pays for the whole item, and nothing bounds '{member}'; "
        + "give it a [MaxLength], store its elements as items, or state ItemBytes in [Workload]");
    public static RuleSpec IndexKeyAlwaysChanges { get; } = Info("DTK3022", "Each write moves the item in an index",
        "'{member}' changes with each write and is part of the key of index '{index}', so each write deletes an entry and puts another; "
        + "use a member that changes rarely");
    public static RuleSpec IndexCopiesWideItem { get; } = Info("DTK3023", "Index copies large items",
        "Index '{index}' copies all of '{type}', so a write costs {units} more units ({bytes} bytes); "
        + "project only keys, or Include what its queries read");
    public static RuleSpec VersionsFillCollection { get; } = Warning("DTK3024", "Versions fill a collection that can't be split",
        "'{type}' keeps all versions under one partition key, and with the local index '{index}' they may have 10 GB together; "
        + "use a global index, or keep a limited number of versions");
    public static RuleSpec TenantNotInKey { get; } = Info("DTK3030", "Tenant is not in the key",
        "'{member}' is not part of the partition key of '{type}', so nothing in a key keeps tenants apart; "
        + "begin the key with it, so that access can be limited to it");

    private static RuleSpec Error(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Error);

    private static RuleSpec UseError(string id, string title, string message)
    {
        Rows.Add(new RuleSpec(id, title, message, DiagnosticSeverity.Error) { IsAboutUse = true });
        return Rows[^1];
    }

    private static RuleSpec Warning(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Warning);

    private static RuleSpec Info(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Info);

    private static RuleSpec Row(string id, string title, string message, DiagnosticSeverity severity)
    {
        var row = new RuleSpec(id, title, message, severity);
        Rows.Add(row);
        return row;
    }
}
