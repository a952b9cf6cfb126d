using System.Globalization;
using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2039: an item takes only so many writes, and a type with a constant key has one item.</summary>
internal static class CounterInOneItemRule
{
    /// <summary>Looks at <c>Add(r => r.Count, 1)</c>.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Receiver()?.Type?.Name != "Update" || context.ItemType is not { } item
            || context.SpecOf(item) is not { ViewOf: null } spec
            || spec.PartitionKey is null || new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>().Any(HasMember)
            || item.SelfAndBases().Any(one => one.HasToolkitAttribute(AttributeNames.Workload))
            || context.Call.Given().FirstOrDefault()?.Value.WithoutConversions().Path() is not [var name]
            || spec.Members.FirstOrDefault(member => member.Name == name)?.Value.Wire != WireType.N)
        {
            return;
        }

        context.ReportName(
            RuleTable.CounterInOneItem,
            ("member", name),
            ("type", item.ToMessage()),
            ("limit", context.Options.PartitionWriteUnits.ToString("#,0", CultureInfo.InvariantCulture)));
    }

    private static bool HasMember(KeySpec key) => key.Parts.Any(part => part.Member is not null);
}
