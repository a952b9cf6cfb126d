using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Finds LINQ's operators on queries and scans, which are not sequences in memory.</summary>
internal static class LinqOnSequenceRule
{
    private const string Later = "use the operators of AsAsyncEnumerable(), which run after the items were read";

    private static readonly ImmutableDictionary<string, string> Remedies = new Dictionary<string, string>
    {
        ["Select"] = "read a smaller type with As<TPart>(), or map what ToListAsync() returns",
        ["OrderBy"] = "items come in the order of the sort key; reverse it with Descending(), or sort what ToListAsync() returns",
        ["OrderByDescending"] = "items come in the order of the sort key; reverse it with Descending(), or sort what ToListAsync() returns",
        ["Count"] = "await its CountAsync()",
        ["LongCount"] = "await its CountAsync()",
        ["Any"] = "await its AnyAsync()",
        ["First"] = "await its FirstOrDefaultAsync()",
        ["FirstOrDefault"] = "await its FirstOrDefaultAsync()",
        ["Single"] = "await its SingleOrDefaultAsync()",
        ["SingleOrDefault"] = "await its SingleOrDefaultAsync()",
        ["Last"] = "await the FirstOrDefaultAsync() of a query that is Descending()",
        ["LastOrDefault"] = "await the FirstOrDefaultAsync() of a query that is Descending()",
        ["ToList"] = "await its ToListAsync()",
        ["ToArray"] = "await its ToListAsync()",
        ["Take"] = "use Limit()",
        ["Skip"] = "read page by page with GetPageAsync() and the token of the page before",
        ["GroupBy"] = Later,
        ["Distinct"] = Later,
        ["Sum"] = Later,
        ["Max"] = Later,
        ["Min"] = Later,
        ["All"] = Later,
        ["ToDictionary"] = Later,
    }.ToImmutableDictionary();

    /// <summary>Looks at a call.</summary>
    public static void Check(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, UseContext context)
    {
        var name = access.Name.Identifier.ValueText;
        if (!Remedies.TryGetValue(name, out var remedy) || context.SymbolOf(call) is not null
            || context.TypeOf(access.Expression) is not { } type
            || !type.IsSequence())
        {
            return;
        }

        context.Report(RuleTable.LinqOnSequence.Problem(
            access.Name.GetLocation(), ("method", name), ("type", type.ToMessage()), ("remedy", remedy)));
    }
}
