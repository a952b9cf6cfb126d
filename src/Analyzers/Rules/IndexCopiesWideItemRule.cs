using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3023: each write of an item also writes what its indexes hold of it.</summary>
internal sealed class IndexCopiesWideItemRule : ModelRule
{
    private const int UnitBytes = 1024;

    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.TableName is null || Load.OfTable(context.Symbol, context.Options) is not { IsAssumed: false, Writes: > 0 } load)
            return;
        var bytes = load.ItemBytes > 0 ? load.ItemBytes : ItemSize.Of(context.Symbol, context.Spec, context.Options).Expected;
        if (bytes <= UnitBytes)
            return;
        foreach (var index in context.Spec.Indexes.Where(index => index.Projection == IndexProjectionSpec.All))
        {
            var attribute = context.IndexAttribute(index.Name);
            context.ReportAt(
                RuleTable.IndexCopiesWideItem,
                attribute,
                ("index", index.Name),
                ("type", context.DeclarerOf(attribute)),
                ("units", Heat.Text((bytes + UnitBytes - 1) / UnitBytes)),
                ("bytes", Heat.Text(bytes) + (load.ItemBytes > 0 ? "" : ", estimated")));
        }
    }
}
