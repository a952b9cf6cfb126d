namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>
/// The ids of all rules: 0xxx model, 1xxx keys and indexes, 2xxx expressions, 3xxx performance, 9xxx internal.
/// An id is never used again and never computed. What each rule's message takes as arguments is said beside it.
/// </summary>
internal static class RuleIds
{
    private const string HelpLinkBase = "https://github.com/DynamoToolkit/DynamoToolkit/blob/main/docs/rules/";

    /// <summary>The item type is not partial. {0} type.</summary>
    public const string TypeNotPartial = "DTK0001";

    /// <summary>A type around the item type is not partial. {0} type, {1} containing type.</summary>
    public const string ContainingTypeNotPartial = "DTK0002";

    /// <summary>The type can't be an item type. {0} type, {1} why: "an interface", "generic", ….</summary>
    public const string TypeNotSupported = "DTK0003";

    /// <summary>The type is marked as a table and as a map. {0} type.</summary>
    public const string TableAndMap = "DTK0004";

    /// <summary>A member's type can't be stored. {0} member, {1} type.</summary>
    public const string MemberTypeNotSupported = "DTK0005";

    /// <summary>Two members have one attribute name. {0} member, {1} attribute name, {2} the other member.</summary>
    public const string DuplicateAttributeName = "DTK0006";

    /// <summary>A member could be written but never read back: no setter and no constructor parameter. {0} member.</summary>
    public const string MemberNotAssignable = "DTK0007";

    /// <summary>A time to live that is no time and no number. {0} member, {1} type.</summary>
    public const string TimeToLiveType = "DTK0008";

    /// <summary>A second time to live. {0} member, {1} the other member.</summary>
    public const string SeveralTimesToLive = "DTK0009";

    /// <summary>A set of elements that it can't hold. {0} member, {1} element type, {2} why, and what to use.</summary>
    public const string SetElementNotSupported = "DTK0010";

    /// <summary>No constructor can be called with the members alone. {0} type.</summary>
    public const string NoUsableConstructor = "DTK0011";

    /// <summary>A table, index or attribute name that DynamoDB refuses. {0} what: "table", "attribute", "index", {1} name, {2} why.</summary>
    public const string NameNotAllowed = "DTK0012";

    /// <summary>An attribute of this library on a member that can't be stored: static, an indexer, without a getter. {0} member, {1} why.</summary>
    public const string MemberNotStorable = "DTK0013";

    /// <summary>A class or struct in a member that lacks [DynamoMap]. {0} member, {1} type.</summary>
    public const string MapNotMarked = "DTK0014";

    /// <summary>Maps in maps, deeper than DynamoDB stores. {0} type, {1} levels.</summary>
    public const string NestingTooDeep = "DTK0015";

    /// <summary>A map that can hold itself, as deep as the data goes. {0} type, {1} member.</summary>
    public const string RecursiveMap = "DTK0016";

    /// <summary>A converter for another type than the member's. {0} member, {1} type.</summary>
    public const string ConverterMismatch = "DTK0017";

    /// <summary>[DynamoExtra] on a member of another type than ExtraAttributes. {0} member, {1} type.</summary>
    public const string ExtraAttributesType = "DTK0018";

    /// <summary>A [DynamoDefault] that the member's type can't take. {0} member, {1} type.</summary>
    public const string DefaultValueType = "DTK0019";

    /// <summary>A second [DynamoExtra]. {0} member, {1} the other member.</summary>
    public const string SeveralExtraAttributes = "DTK0020";

    /// <summary>Two types of a family have one name. {0} type, {1} other type, {2} name, {3} base.</summary>
    public const string DuplicateTypeName = "DTK0021";

    /// <summary>Two types of a family keep their names in different attributes. {0} type, {1} its attribute, {2} other type, {3} the other's, {4} base.</summary>
    public const string TypeAttributesDisagree = "DTK0022";

    /// <summary>[DynamoType] on a type that is no item type. {0} type.</summary>
    public const string NamedTypeNotMapped = "DTK0023";

    /// <summary>A type of a family has another table, key or attribute name than its base. {0} type, {1} base, {2} what.</summary>
    public const string FamilyDisagrees = "DTK0024";

    /// <summary>An item type in a family has no [DynamoType]. {0} type, {1} a type that has one, {2} base.</summary>
    public const string FamilyTypeUnnamed = "DTK0025";

    /// <summary>A converter that generated code can't call. {0} member, {1} converter, {2} why, and what to do.</summary>
    public const string ConverterNotCallable = "DTK0026";

    /// <summary>A required member that is not stored. {0} member, {1} type.</summary>
    public const string RequiredNotStored = "DTK0027";

    /// <summary>An attribute that another one makes meaningless. {0} member, {1} attribute, {2} the other.</summary>
    public const string AttributeWithoutEffect = "DTK0028";

    /// <summary>An item type without a partition key. {0} type.</summary>
    public const string NoPartitionKey = "DTK1001";

    /// <summary>A second partition key. {0} type.</summary>
    public const string SeveralPartitionKeys = "DTK1002";

    /// <summary>A second sort key. {0} type.</summary>
    public const string SeveralSortKeys = "DTK1003";

    /// <summary>A key of a type that DynamoDB refuses. {0} member, {1} type.</summary>
    public const string KeyTypeNotSupported = "DTK1004";

    /// <summary>A table key that can be null. {0} member.</summary>
    public const string NullableKey = "DTK1005";

    /// <summary>A template names no stored member. {0} template, {1} name.</summary>
    public const string TemplateMemberUnknown = "DTK1006";

    /// <summary>A template that can't be parsed. {0} template, {1} why.</summary>
    public const string TemplateMalformed = "DTK1007";

    /// <summary>A member in a template that has no key text. {0} template, {1} member, {2} type.</summary>
    public const string TemplateMemberType = "DTK1008";

    /// <summary>A template in which no <c>#</c> ends a part of any length, so that two keys could have one text. {0} template, {1} member.</summary>
    public const string TemplateAmbiguous = "DTK1009";

    /// <summary>Two indexes with one name. {0} type, {1} index.</summary>
    public const string DuplicateIndex = "DTK1010";

    /// <summary>An index includes what is no stored member. {0} index, {1} name.</summary>
    public const string IndexIncludeUnknown = "DTK1011";

    /// <summary>A local index on a table without a sort key. {0} index, {1} type.</summary>
    public const string LocalIndexWithoutSortKey = "DTK1012";

    /// <summary>No key attribute or more than four. {0} index, {1} "partition" or "sort", {2} count.</summary>
    public const string IndexKeyCount = "DTK1013";

    /// <summary>Keys, indexes or a time to live on a map. {0} type, {1} attribute.</summary>
    public const string KeyOnMap = "DTK1014";

    /// <summary>Two key attributes, or a key and a member, share an attribute name. {0} type, {1} attribute name.</summary>
    public const string KeyNameTaken = "DTK1015";

    /// <summary>A template or an attribute name beside a key member. {0} member, {1} "PartitionKey" or "SortKey".</summary>
    public const string KeyArgumentOnMember = "DTK1016";

    /// <summary>One attribute is two keys of one table or index. {0} type, {1} "its table" or "index 'x'", {2} attribute name.</summary>
    public const string KeyAttributeTwice = "DTK1017";

    /// <summary>More global indexes than a table has by default. {0} table, {1} count.</summary>
    public const string TooManyGlobalIndexes = "DTK1018";

    /// <summary>More local indexes than a table can have. {0} table, {1} count.</summary>
    public const string TooManyLocalIndexes = "DTK1019";

    /// <summary>More included attributes than the indexes of a table can have. {0} table, {1} count.</summary>
    public const string TooManyIncludes = "DTK1020";

    /// <summary>Two item types of one table have different table keys. {0} type, {1} its keys, {2} other type, {3} the other's keys, {4} table.</summary>
    public const string TableKeysDisagree = "DTK1021";

    /// <summary>Two item types of one table have different types for one key attribute. {0} type, {1} attribute name, {2} its type, {3} other type, {4} the other's type, {5} table.</summary>
    public const string KeyTypesDisagree = "DTK1022";

    /// <summary>Two item types of one table describe one index differently. {0} type, {1} index, {2} other type, {3} table.</summary>
    public const string IndexesDisagree = "DTK1023";

    /// <summary>Two item types of one table have different attributes for the time to live. {0} type, {1} attribute name, {2} other type, {3} the other's, {4} table.</summary>
    public const string TimesToLiveDisagree = "DTK1024";

    /// <summary>A key that is the same text for every item, and nearly a member's name. {0} template, {1} the word, {2} member.</summary>
    public const string ConstantResemblesMember = "DTK1025";

    /// <summary>A member of a key has a type that is less visible than the item type. {0} member, {1} member's type, {2} item type.</summary>
    public const string KeyTypeLessVisible = "DTK1026";

    /// <summary>An index that includes nothing, or includes what its projection leaves out. {0} index, {1} what is wrong, and what to do.</summary>
    public const string IndexProjectionContradicts = "DTK1027";

    /// <summary>PartitionAttributeName or SortAttributeName of a key that has not one attribute. {0} index, {1} the property, {2} count.</summary>
    public const string KeyNameWithoutKey = "DTK1028";

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => $"{HelpLinkBase}{id}.md";
}
