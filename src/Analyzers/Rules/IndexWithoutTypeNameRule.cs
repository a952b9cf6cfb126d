using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1031: a query of an index finds out which type of a family an item has.</summary>
internal sealed class IndexWithoutTypeNameRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.TypeAttributeName is not { } attribute)
            return;
        foreach (var index in context.Spec.Indexes)
        {
            if (index is not { IsLocal: false, Projection: IndexProjectionSpec.KeysOnly })
                continue;
            var declared = context.IndexAttribute(index.Name);
            context.ReportAt(
                RuleTable.IndexWithoutTypeName,
                declared,
                ("index", index.Name), ("type", context.DeclarerOf(declared)), ("attribute", attribute));
        }
    }
}
