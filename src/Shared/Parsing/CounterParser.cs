using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [ShardedCounter]: members that are sums of several items, and not attributes.</summary>
internal static class CounterParser
{
    private const int MinCount = 2;
    private const int MaxCount = 256;

    /// <summary>The counters of the type and its base classes.</summary>
    public static EquatableArray<CounterSpec> Parse(ParseContext context, KeySpec? partition, KeySpec? sort, bool isTable)
    {
        var counters = new List<CounterSpec>();
        var names = new HashSet<string>();
        foreach (var property in context.Type.SelfAndBases().Reverse().SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>())
        {
            if (property.ToolkitAttribute(AttributeNames.ShardedCounter) is not { } attribute)
                continue;
            var type = property.Type;
            if (type.IsUnknown())
            {
                context.Fail();
                continue;
            }

            if (type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal))
            {
                context.Problem(RuleTable.CounterType, attribute, ("member", property.Name), ("type", type.ToMessage()));
                continue;
            }

            var name = MemberAttributes.Find(property, AttributeNames.Attribute)?.Text(0) ?? context.Naming.NameOf(property.Name);
            var count = attribute.Number(0) ?? 0;
            if (Refusal(context, property, partition, sort, isTable, count) is { } reason)
                context.Problem(RuleTable.CounterNotPossible, attribute, ("member", property.Name), ("reason", reason));
            else if (!names.Add(name))
                context.Problem(RuleTable.CounterNotPossible, attribute, ("member", property.Name), ("reason", NameTaken(name)));
            else
                counters.Add(new CounterSpec(property.Name.ToIdentifier(), name, type.ToTypeRef().FullName, count));
        }

        return counters.ToEquatableArray();
    }

    private static string? Refusal(
        ParseContext context, IPropertySymbol property, KeySpec? partition, KeySpec? sort, bool isTable, int count)
    {
        if (count is < MinCount or > MaxCount)
            return $"it has {count} items; use 2 to {MaxCount}";
        if (!isTable)
            return "only whole items have counters; put it into the type with [DynamoTable]";
        if (VersionParser.LatestAttributeOf(context.Type) is not null)
            return "its type has [VersionControlled], and each version would have a counter of its own; count in another type";
        if (context.Type.IsValueType)
            return "a struct is copied, so the program's copy would not get the value; use a class or record";
        var other = MemberAttributes.All(property).FirstOrDefault(attribute =>
            !attribute.IsToolkit(AttributeNames.ShardedCounter) && !attribute.IsToolkit(AttributeNames.Attribute));
        if (other is not null)
        {
            var name = AttributeNames.WithoutSuffix(other.AttributeClass!.Name);
            return $"it also has [{name}], but it is not stored in the item; remove one";
        }

        if (property is not { IsStatic: false, IsIndexer: false, SetMethod: { IsInitOnly: false } setter }
            || !SymbolEqualityComparer.Default.Equals(property.ContainingType, context.Type)
                && setter.DeclaredAccessibility == Accessibility.Private)
        {
            return "it can't be assigned after a read; add 'set'";
        }

        if (sort is null || (!sort.IsUnknown && (sort.Wire != WireType.S || !sort.IsComposed)))
        {
            return "its items are beside the item that has it, with sort keys of their own; "
                + "give the type a [SortKey] with a template, such as [SortKey(\"META\")]";
        }

        return partition?.Shard is null
            ? null
            : "its type has [WriteSharded] for the table's key, and the counter's items would not move with the item; "
            + "remove one of the two";
    }

    private static string NameTaken(string name) => $"another counter is called '{name}'; rename one with [DynamoAttribute]";
}
