using System.Globalization;
using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3020: an item has at most 400 KB, names of attributes included.</summary>
internal sealed class ItemTooLargeRule : ModelRule
{
    private const long MaxBytes = 400 * 1024;

    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.TableName is null)
            return;
        var size = ItemSize.Of(context.Symbol, context.Spec, context.Options);
        if (size.Declared <= MaxBytes
            || context.Bases.Any(root => ItemSize.Of(root.Symbol, root.Spec!, context.Options).Declared > MaxBytes))
        {
            return;
        }

        var largest = context.Spec.Members
            .OrderByDescending(member => IsText(member) ? ItemSize.MaxLength(context.Member(member.Name)) ?? 0 : 0)
            .First();
        context.Report(
            RuleTable.ItemTooLarge,
            ("type", context.Name), ("count", Text(size.Declared)), ("limit", Text(MaxBytes)), ("member", largest.Name));
    }

    private static bool IsText(MemberSpec member) => member.Value.Kind is ValueKind.String or ValueKind.Bytes or ValueKind.Memory;

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
