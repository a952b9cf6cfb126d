using System.Globalization;
using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3006: with a local index, the items of one partition key may have 10 GB.</summary>
internal sealed class CollectionUnboundedRule : ModelRule
{
    private const double MaxBytes = 10.0 * 1024 * 1024 * 1024;

    public override void Check(ModelRuleContext context)
    {
        var spec = context.Spec;
        if (spec.ViewOf is not null || spec.TableName is null || spec.Indexes.FirstOrDefault(index => index.IsLocal) is not { } local)
            return;
        var load = Load.OfTable(context.Symbol, context.Options);
        var estimate = "";
        if (load is { ItemsPerKey: > 0 })
        {
            // The entries of local indexes count, too.
            var item = load.ItemBytes > 0 ? load.ItemBytes : ItemSize.Of(context.Symbol, spec, context.Options).Expected;
            var bytes = load.ItemsPerKey * (item + spec.Indexes.Where(index => index.IsLocal)
                .Sum(index => (double)ItemSize.Of(context.Symbol, spec, index, context.Options).Expected));
            if (bytes <= MaxBytes)
                return;
            var size = (bytes / MaxBytes * 10).ToString("#,0.#", CultureInfo.InvariantCulture);
            estimate = $" ({Heat.Text(load.ItemsPerKey)} of them have about {size} GB)";
        }
        else if (spec.Members.Any(member => member.IsTimeToLive) || !Grows(spec))
        {
            return;
        }

        var attribute = context.IndexAttribute(local.Name);
        context.ReportAt(
            RuleTable.CollectionUnbounded,
            attribute,
            ("type", context.DeclarerOf(attribute)), ("index", local.Name), ("estimate", estimate));
    }

    /// <summary>Whether each moment can bring another item: the table's sort key has a time in it.</summary>
    private static bool Grows(ItemSpec spec) => spec.SortKey is { } sort && sort.Parts.Any(part => part.Member is { } name
        && spec.Member(name).Value.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset);
}
