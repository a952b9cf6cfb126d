using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Finds methods and properties of an attribute's C# type that DynamoDB cannot evaluate: <c>r.Tags.Any()</c>, <c>r.Score.HasValue</c>.
/// </summary>
internal static class NotEvaluatedRule
{
    /// <summary>Looks at a node of a lambda.</summary>
    public static void Check(SyntaxNode node, UseContext context)
    {
        switch (node)
        {
            case MemberAccessExpressionSyntax access when context.TypeOf(access.Expression).IsToken() && IsUnknown(access, context):
                Report(access.Name, access.Expression);
                break;
            case ConditionalAccessExpressionSyntax access when context.TypeOf(access.Expression).IsToken():
                context.Report(RuleTable.NotEvaluated.Problem(
                    access.OperatorToken.GetLocation(),
                    ("name", "?"),
                    ("expression", access.Expression.ToString()),
                    ("remedy", "write '.' alone; a condition on a missing attribute is not an error")));
                break;
        }

        void Report(SimpleNameSyntax name, ExpressionSyntax expression) => context.Report(RuleTable.NotEvaluated.Problem(
            name.GetLocation(),
            ("name", name.Identifier.ValueText),
            ("expression", expression.ToString()),
            ("remedy", Remedy(name.Identifier.ValueText, expression.ToString()))));
    }

    private static bool IsUnknown(MemberAccessExpressionSyntax access, UseContext context)
    {
        var found = context.Model.GetSymbolInfo(access, context.CancellationToken);

        // A method of the runtime with wrong arguments is the compiler's to explain; LINQ's can't take an attribute at all.
        return found.Symbol is null && found.CandidateSymbols.All(static symbol => !symbol.IsOfToolkit());
    }

    private static string Remedy(string name, string expression) => name switch
    {
        "Any" => $"write '{expression}.Size() > 0', or Contains() for an element",
        "Count" or "Length" or "LongCount" or "IsEmpty" => $"compare '{expression}.Size()'",
        "HasValue" => $"write '{expression} != null'",
        "Value" => $"compare '{expression}' itself",
        "ContainsKey" or "TryGetValue" => $"write '{expression}[key].Exists()'",
        "ContainsValue" or "Values" or "Keys" or "All" or "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "Select"
            or "Where" => $"name an element, as in '{expression}[…]', or filter what was read with AsAsyncEnumerable()",
        "EndsWith" or "IndexOf" or "Substring" or "PadLeft" or "Split" =>
            "of a text it knows the beginning and its parts: use StartsWith() or Contains()",
        "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim" or "Normalize" =>
            "store the text in the form that you look for in a member of its own",
        "Date" or "Year" or "Month" or "Day" or "Hour" or "DayOfWeek" or "TimeOfDay" or "AddDays" =>
            $"compare with the first and the last value, as in '{expression}.Between(from, to)'",
        _ => "use comparisons and the functions of DynamoDB, or filter what was read with AsAsyncEnumerable()",
    };
}
