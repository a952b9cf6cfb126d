using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2036: DynamoDB makes no maps on the way to what it sets.</summary>
internal static class ParentMayBeAbsentRule
{
    /// <summary>Looks at what sets a path.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Receiver()?.Type?.Name != "Update" || context.SpecOf(context.ItemType) is not { } spec
            || context.Call.Given().FirstOrDefault()?.Value.WithoutConversions().Path() is not { Count: > 1 } path)
        {
            return;
        }

        // A condition on the parent, or another on something in it, is enough.
        var parent = path[0];
        if (spec.Members.FirstOrDefault(member => member.Name == parent) is not { Value.IsNullable: true, Flatten: null }
            || context.Call.Receiver().Chain().Concat(context.Call.Continuation()).Any(
                call => call.IsToolkit("If") && Names(call.Syntax, parent)))
        {
            return;
        }

        context.ReportName(RuleTable.ParentMayBeAbsent, ("path", string.Join(".", path).Replace(".[", "[")), ("parent", parent));
    }

    private static bool Names(SyntaxNode call, string member) => call is InvocationExpressionSyntax { ArgumentList: { } arguments }
        && arguments.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member);
}
