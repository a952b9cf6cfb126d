using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2032: a write by key changes or deletes whatever is there.</summary>
internal static class TokenNotComparedRule
{
    /// <summary>Looks at an update or delete.</summary>
    public static void Check(CallContext context)
    {
        var call = context.Call;
        if (call.TargetMethod.ContainingType?.Name != "DynamoTable" || call.TargetMethod.Parameters.FirstOrDefault()?.Type.Name != "ItemKey"
            || context.ItemType is not { } item || context.SpecOf(item) is not { } spec
            || spec.Members.All(member => member.Stamp != StampSpec.ConcurrencyToken))
        {
            return;
        }

        // Adding to a number, or any other condition, is right whatever the token is.
        var calls = call.Continuation().ToList();

        // What does not compile yet may become a condition.
        if ((calls.LastOrDefault() ?? call).Parent is IInvalidOperation)
            return;
        var rest = calls.ConvertAll(one => one.TargetMethod.Name);
        if (rest.Any(name => name.StartsWith("If", StringComparison.Ordinal) || name.StartsWith("Ignore", StringComparison.Ordinal))
            || (context.Name == "Update" && (rest.Count == 0 || !rest.Contains("Set"))))
        {
            return;
        }

        context.ReportName(RuleTable.TokenNotCompared, ("method", context.Name), ("type", item.ToMessage()));
    }
}
