namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// The runtime's types as generated code names them: behind an alias of its namespace, which no type or member of the user's can hide,
/// because <c>::</c> looks for aliases only.
/// </summary>
internal static class WellKnownNames
{
    public const string Alias = "Dtk";
    public const string Root = Alias + "::";
    public const string Wire = Root + "Wire.";
    public const string Expressions = Root + "Expressions.";
    public const string CompilerServices = Root + "CompilerServices.";
    public const string Converters = Wire;

    public const string HideFromCompletion =
        "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public const string MarkObsolete = "[global::System.Obsolete]";

    public const string IItem = Root + "IItem";
    public const string IDynamoMap = Wire + "IDynamoMap";
    public const string ItemKey = Root + "ItemKey";
    public const string KeyValue = Root + "KeyValue";
    public const string KeyText = CompilerServices + "KeyText";
    public const string KeyTextParser = CompilerServices + "KeyTextParser";
    public const string ItemKeyReader = CompilerServices + "ItemKeyReader";
    public const string TableModel = Root + "TableModel";
    public const string KeyModel = Root + "KeyModel";
    public const string KeyPart = Root + "KeyPart";
    public const string KeyParts = CompilerServices + "KeyParts";
    public const string KeyType = Root + "KeyType";
    public const string DiscriminatorModel = Root + "DiscriminatorModel";
    public const string ConcurrencyTokenModel = Root + "ConcurrencyTokenModel";
    public const string TimestampModel = Root + "TimestampModel";
    public const string IExpiringItem = Root + "IExpiringItem";
    public const string IRetainedItem = Root + "IRetainedItem";
    public const string RetentionModel = Root + "RetentionModel";
    public const string IUniqueItem = Root + "IUniqueItem";
    public const string UniqueModel = Root + "UniqueModel";
    public const string UniqueConstraint = Root + "UniqueConstraint";
    public const string MemberValue = Root + "MemberValue";
    public const string UniqueValue = Root + "UniqueValue";
    public const string ITrackedItem = Root + "ITrackedItem";
    public const string ITrigramItem = Root + "ITrigramItem";
    public const string TrigramModel = Root + "TrigramModel";
    public const string TrigramIndex = Root + "TrigramIndex";
    public const string TrigramUpkeep = Root + "TrigramUpkeep";
    public const string TrigramStamp = Root + "TrigramStamp";
    public const string TrigramStampModel = Root + "TrigramStampModel";
    public const string TrigramScope = Root + "TrigramScope";
    public const string IVersionedItem = Root + "IVersionedItem";
    public const string ItemHistory = Root + "ItemHistory";
    public const string VersionModel = Root + "VersionModel";
    public const string VersionNumberModel = Root + "VersionNumberModel";
    public const string AuthorModel = Root + "AuthorModel";
    public const string VersionCopy = CompilerServices + "VersionCopy";
    public const string IndexedVersions = Root + "IndexedVersions";
    public const string IMaterializedItem = Root + "IMaterializedItem";
    public const string MaterializedMap = Root + "MaterializedMap";
    public const string MaterializedCount = Root + "MaterializedCount";
    public const string ShardedCounter = Root + "ShardedCounter";
    public const string WriteShardModel = Root + "WriteShardModel";
    public const string ShardMemberModel = Root + "ShardMemberModel";
    public const string WriteShard = CompilerServices + "WriteShard";
    public const string IndexModel = Root + "IndexModel";
    public const string IndexKind = Root + "IndexKind";
    public const string IndexProjection = Root + "IndexProjection";
    public const string PartitionKeyCondition = Root + "PartitionKeyCondition";
    public const string SortKeyCondition = Root + "SortKeyCondition";
    public const string IndexPartition = Root + "IndexPartition";
    public const string SortKeyConditions = Root + "SortKeyConditions";
    public const string TextSortKeyConditions = Root + "TextSortKeyConditions";
    public const string AttributeKeyForm = CompilerServices + "AttributeKeyForm";
    public const string TemplateKeyForm = CompilerServices + "TemplateKeyForm";
    public const string InvalidModel = CompilerServices + "InvalidModel";
    public const string ItemTypes = CompilerServices + "ItemTypes";
    public const string InitialComparer = CompilerServices + "InitialComparer";
    public const string EnumNames = CompilerServices + "EnumNames";

    public const string ItemWriter = Wire + "ItemWriter";
    public const string ItemReader = Wire + "ItemReader";
    public const string ItemFormatException = Wire + "ItemFormatException";
    public const string IMapKeyConverter = Wire + "IMapKeyConverter";
    public const string IAttributeConverter = Wire + "IAttributeConverter";

    public const string AttributeToken = Expressions + "Attribute";
    public const string UnorderedAttributeToken = Expressions + "UnorderedAttribute";
    public const string BooleanAttributeToken = Expressions + "BooleanAttribute";
    public const string KeyOfIndex = Expressions + "KeyOfIndex";
    public const string IHasTokens = Expressions + "IHasTokens";
    public const string IAttribute = Expressions + "IAttribute";
    public const string AttributePath = Expressions + "AttributePath";
    public const string IAttributeTokens = Expressions + "IAttributeTokens";
    public const string Condition = Expressions + "Condition";
}
