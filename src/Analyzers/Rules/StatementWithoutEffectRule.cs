using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3013: what is stated of an index that is not there, or with numbers that say nothing.</summary>
internal sealed class StatementWithoutEffectRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var seen = new HashSet<(string, string?)>();
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            var isLoad = attribute.IsToolkit(AttributeNames.Workload);
            if (!isLoad && !attribute.IsToolkit(AttributeNames.Cardinality))
                continue;
            var name = AttributeNames.WithoutSuffix(attribute.AttributeClass!.Name);
            var index = attribute.NamedText("Index");
            var reason = index is not null && context.Spec.Indexes.All(one => one.Name != index)
                ? $"'{context.Name}' has no index '{index}'"
                : isLoad ? ReasonOf(attribute, index)
                : attribute.WholeNumber(0) is < 1 ? "a key has at least one value" : null;
            if (reason is null && !seen.Add((name, index)))
                reason = "there is another one for the same key, which counts";
            if (reason is not null)
                context.ReportAt(RuleTable.StatementWithoutEffect, attribute, ("attribute", name), ("reason", reason));
        }
    }

    private static string? ReasonOf(AttributeData attribute, string? index)
    {
        foreach (var number in new[] { "PeakWritesPerSecond", "PeakReadsPerSecond", "ItemBytes", "ItemsPerKey" })
        {
            if (attribute.NamedReal(number) < 0)
                return $"{number} is negative";
        }

        if (attribute.NamedReal("HottestShare") is < 0 or > 1)
            return "HottestShare is not from 0 to 1";
        if (index is not null && (attribute.NamedBoolean("IsTransactional") || attribute.NamedBoolean("IsConsistent")))
            return "transactions and consistent reads cost a global index nothing";
        return index is null
            && attribute.NamedBoolean("ChangesKey") ? "ChangesKey is about indexes; the key of a table never changes" : null;
    }
}
