using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>
/// Reads a type with [DynamoTable] or [DynamoMap] into a spec. The generator emits code for the spec; the analyzers report the problems. So
/// both always agree on which types are valid.
/// </summary>
internal static class ItemParser
{
    /// <summary>The type's spec; null when anything is wrong with it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="report">Receives every problem; null saves the work of finding locations.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ItemSpec? Parse(INamedTypeSymbol type, Action<ModelProblem>? report, CancellationToken cancellationToken) =>
        ParseOrSketch(type, report, cancellationToken) is { IsSkeleton: false } spec ? spec : null;

    /// <summary>
    /// The type's spec; when anything is wrong with it, a skeleton of what is known. Null only if nothing can be generated for the type.
    /// </summary>
    /// <inheritdoc cref="Parse"/>
    public static ItemSpec? ParseOrSketch(INamedTypeSymbol type, Action<ModelProblem>? report, CancellationToken cancellationToken) =>
        ParseOrSketch(new ParseContext(type, report, cancellationToken), readsChildren: true);

    /// <summary>
    /// The spec of a type whose items are children of another type's; null when anything is wrong with it. It leaves out its own
    /// materialized members: two types may be children of each other.
    /// </summary>
    public static ItemSpec? ParseWithoutChildren(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        ParseOrSketch(new ParseContext(type, report: null, cancellationToken), readsChildren: false) is { IsSkeleton: false } spec
            ? spec
            : null;

    private static ItemSpec? ParseOrSketch(ParseContext context, bool readsChildren)
    {
        var type = context.Type;
        if (!TypeShapeParser.Check(context))
            return null;
        var table = type.ToolkitAttribute(AttributeNames.Table);
        var isMap = type.HasToolkitAttribute(AttributeNames.Map);
        if (table is not null && isMap)
            context.Problem(RuleTable.TableAndMap, type, ("type", type.ToMessage()));

        var memberParser = new MemberParser(context);
        var members = memberParser.Parse();

        // Of a type that is both, the keys show what it is meant to be.
        if (isMap && !HasPartitionKey(type, members))
            table = null;
        var parameters = type.IsAbstract ? default : new ConstructorParser(context, members).Parse();
        var (partition, sort, indexes) = table is null ? CheckMap(context, members) : ParseKeys(context, members, table);
        StampParser.Apply(context, members, [partition, sort]);
        var retention = RetentionParser.Apply(context, members, [partition, sort]);
        var versions = new VersionParser(context, members, partition, sort, indexes).Parse();
        MissingPolicyParser.Apply(context, members, parameters, [partition, sort]);
        var unique = new UniqueParser(context, members, [partition, sort]).Parse();
        var trigrams = new TrigramParser(context, members, [partition, sort]).Parse();
        CheckDiscriminator(context, members, [partition, sort, .. indexes.SelectMany(index => index.Partition.Concat(index.Sort))]);
        CheckFamily(context);
        var family = Families.Below(type);
        foreach (var derived in Families.TypesRead(type))
            context.Uses.AddType(derived);
        context.Uses.AddType(type);
        var materialized = readsChildren ? new MaterializeParser(context, members, [partition, sort], indexes).Parse() : default;
        var viewed = ViewParser.Parse(context, members, [partition, sort], indexes);
        var counters = CounterParser.Parse(context, partition, sort, table is not null);
        return new ItemSpec
        {
            IsSkeleton = context.HasProblems,
            UseIds = context.Uses.Ids,
            UsesObsoleteErrors = context.Uses.HasObsoleteErrors,
            Type = type.ToTypeRef() with { Name = DeclaredName(type) },
            Namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            ContainingTypes = ContainingTypes(type),
            Kind = type.ToKind(),
            HintName = HintNames.Of(type),
            Access = type.Access(),
            TableName = table is null ? null : table.Text(0) ?? "",
            Members = members.Select(member => member.Spec).Concat(memberParser.Refused).ToEquatableArray(),
            ConstructorParameters = parameters,
            PartitionKey = table is null ? null : partition ?? KeySpec.Unknown,
            SortKey = sort,
            Indexes = indexes,
            Unique = unique,
            Materialized = materialized,
            Trigrams = trigrams,
            Retention = retention,
            Counters = counters,
            Enums = context.Enums.ToEquatableArray(),
            Names = Names(context, versions),
            Versions = versions,
            IsAbstract = type.IsAbstract,
            MayHaveDerived = type is { TypeKind: TypeKind.Class, IsSealed: false },
            ViewOf = viewed,
            Discriminator = Families.DiscriminatorOf(type),
            Family = family,
            HidesBase = type.SelfAndBases().Skip(1).Any(other => other.IsItemType()),
        };
    }

    private static bool HasPartitionKey(INamedTypeSymbol type, List<StoredMember> members) =>
        type.NearestAttribute(AttributeNames.PartitionKey) is not null
        || members.Any(member => MemberAttributes.Find(member.Symbol, AttributeNames.PartitionKey) is not null);

    private static (KeySpec? Partition, KeySpec? Sort, EquatableArray<IndexSpec> Indexes) ParseKeys(
        ParseContext context, List<StoredMember> members, AttributeData table)
    {
        var name = table.Text(0) ?? "";
        if (table.AttributeConstructor is null)
            context.Fail();
        else if (ResourceName.Refusal(name) is { } reason)
            context.Problem(RuleTable.NameNotAllowed, table, ("kind", "table"), ("name", name), ("reason", reason));
        var keys = new KeyParser(context, members);
        var shards = new ShardParser(context, members);
        var tableKeys = new TableKeyParser(context, members, keys, shards);
        var partition = tableKeys.PartitionKey();
        var sort = tableKeys.SortKey(out var hasSortKey);
        if (hasSortKey)
            sort ??= KeySpec.Unknown;
        partition = shards.CheckTable(partition, sort);
        if (partition is not null && partition.AttributeName == sort?.AttributeName)
        {
            var owner = tableKeys.Declarer();
            context.Problem(
                RuleTable.KeyAttributeTwice,
                owner,
                ("type", owner.ToMessage()), ("attribute", sort.AttributeName), ("owner", "its table"));
        }

        var indexes = new IndexParser(context, members, keys, shards, partition, sort).Parse();
        shards.CheckIndexNames(indexes);
        return (partition, sort, indexes);
    }

    private static (KeySpec? Partition, KeySpec? Sort, EquatableArray<IndexSpec> Indexes) CheckMap(
        ParseContext context, List<StoredMember> members)
    {
        string[] keyAttributes =
        [
            AttributeNames.PartitionKey,
            AttributeNames.SortKey,
            AttributeNames.GlobalIndex,
            AttributeNames.LocalIndex,
            AttributeNames.TimeToLive,
            AttributeNames.Retention,
            AttributeNames.WriteSharded,
            AttributeNames.WriteShard,
        ];
        foreach (var attribute in context.Type.GetAttributes())
            Check(attribute, context.Type);
        foreach (var member in members)
        {
            foreach (var attribute in MemberAttributes.All(member.Symbol))
                Check(attribute, member.Symbol.Declarer());
        }

        return default;

        void Check(AttributeData attribute, INamedTypeSymbol declarer)
        {
            if (keyAttributes.FirstOrDefault(attribute.IsToolkit) is { } found)
            {
                context.Problem(
                    RuleTable.KeyOnMap, attribute, ("type", declarer.ToMessage()), ("attribute", AttributeNames.WithoutSuffix(found)));
            }
        }
    }

    private static void CheckDiscriminator(ParseContext context, List<StoredMember> members, IEnumerable<KeySpec?> keys)
    {
        if (Families.DiscriminatorOf(context.Type) is not { AttributeName: var name } discriminator)
            return;
        if (AttributeText.Refusal(name) is { } reason)
            context.Problem(RuleTable.NameNotAllowed, context.Type, ("kind", "attribute"), ("name", name), ("reason", reason));
        else if (AttributeText.SurrogateRefusal(discriminator.Name) is { } refusal)
            context.Problem(RuleTable.NameNotAllowed, context.Type, ("kind", "type"), ("name", discriminator.Name), ("reason", refusal));
        if (members.FirstOrDefault(member => member.Spec.AttributeNames.Contains(name)) is { } taken)
        {
            context.Problem(
                RuleTable.DuplicateAttributeName,
                taken.Symbol,
                ("member", taken.Spec.Name), ("attribute", name), ("other", "[DynamoType]"));
        }

        if (keys.Any(key => key is { IsComposed: true } && key.AttributeName == name))
            context.Problem(RuleTable.KeyNameTaken, context.Type, ("type", context.Type.ToMessage()), ("attribute", name));
    }

    /// <summary>The code of a base class names the types that it reads and writes.</summary>
    private static void CheckFamily(ParseContext context)
    {
        var type = context.Type;
        if (type.IsAbstract || Families.DiscriminatorOf(type) is null)
            return;
        var hiding = type.SelfAndBases().Skip(1).FirstOrDefault(other =>
            other.IsItemType()
            && SymbolEqualityComparer.Default.Equals(other.ContainingAssembly, type.ContainingAssembly)
            && !type.IsVisibleTo(other));
        if (hiding is not null)
            context.Problem(RuleTable.FamilyTypeHidden, type, ("type", type.ToMessage()), ("base", hiding.ToMessage()));
    }

    private static EquatableArray<ContainingTypeSpec> ContainingTypes(INamedTypeSymbol type) => type.ContainingTypes()
        .Reverse()
        .Select(containing => new ContainingTypeSpec(containing.ToKind(), DeclaredName(containing)))
        .ToEquatableArray();

    /// <summary>The name with its type parameters, which only a skeleton can have.</summary>
    private static string DeclaredName(INamedTypeSymbol type) => type.TypeParameters.Length == 0
        ? type.Name.ToIdentifier()
        : $"{type.Name.ToIdentifier()}<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name.ToIdentifier()))}>";

    private static GeneratedNames Names(ParseContext context, VersionSpec? versions) => new()
    {
        History = versions is null ? null : context.TakeName("History", "ItemHistory"),
        Key = context.TakeName("Key", "ItemKey"),
        TryParseKey = context.TakeName("TryParseKey", "TryParseItemKey"),
        Partition = context.TakeName("Partition", "ItemPartition"),
        SortKey = context.TakeName("SortKey", "ItemSortKey"),
        Index = context.TakeName("Index", "ItemIndex"),
        Unique = context.TakeName("Unique", "ItemUnique"),
        Materialized = context.TakeName("Materialized", "ItemMaterialized"),
        Trigrams = context.TakeName("Trigrams", "ItemTrigrams"),
        Counters = context.TakeName("Counters", "ItemCounters"),
        Attributes = context.TakeName("Attributes", "ItemAttributes"),
        FilterAttributes = context.TakeName("FilterAttributes", "ItemFilterAttributes"),
        Expressions = ExpressionsName(context.Type),
        UpdatableAttributes = context.TakeName("UpdatableAttributes", "ItemUpdatableAttributes"),
    };

    /// <summary>The class stands beside the outermost type, where the user may have one of that name.</summary>
    private static string ExpressionsName(INamedTypeSymbol type)
    {
        var name = string.Join("_", type.ContainingTypes().Reverse().Append(type).Select(one => one.Name));

        // A nested type's name is made of several, and could be that of another type.
        var mayMeet = type.ContainingType is not null && IsTaken(name);
        var found = name + (mayMeet || IsTaken(name + "Expressions") ? "ItemExpressions" : "Expressions");
        for (var i = 2; IsTaken(found); i++)
            found = name + "ItemExpressions" + i;
        return found;

        bool IsTaken(string other) => type.ContainingNamespace.GetTypeMembers(other).Length > 0;
    }
}
