using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>Reports what a load does to a key.</summary>
internal static class LoadReports
{
    /// <summary>Reports a load: at the attribute that states it, or at the key that takes it.</summary>
    public static void ReportLoad(
        this ModelRuleContext context, RuleSpec rule, KeyTarget target, params (string Name, string Value)[] properties)
    {
        if (target.Load?.Attribute is { } stated)
            context.ReportAt(rule, stated, properties);
        else if (target.Index is { } index)
            context.ReportAt(rule, context.IndexAttribute(index.Name), properties);
        else
            context.ReportKey(rule, properties);
    }
}
