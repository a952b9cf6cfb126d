using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3012: a table has a quota of its own, however its keys spread.</summary>
internal sealed class LoadOverTableQuotaRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.TableName is null || Load.OfTable(context.Symbol, context.Options) is not { IsAssumed: false } load)
            return;
        var bytes = load.ItemBytes > 0 ? load.ItemBytes : ItemSize.Of(context.Symbol, context.Spec, context.Options).Expected;
        var all = new KeyShare(1, "for all keys", IsCertain: true);
        foreach (var heat in new[]
        {
            Heat.OfWrites(load, bytes, [], all, context.Options),
            Heat.OfReads(load, bytes, all, context.Options),
        })
        {
            if (heat.Units <= context.Options.TableUnits)
                continue;
            context.ReportAt(
                RuleTable.LoadOverTableQuota,
                load.Attribute,
                ("type", context.DeclarerOf(load.Attribute)), ("sum", heat.Sum), ("limit", Heat.Text(context.Options.TableUnits)));
        }
    }
}
