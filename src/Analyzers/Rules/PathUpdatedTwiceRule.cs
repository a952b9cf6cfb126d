using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2035: DynamoDB refuses updates of overlapping paths.</summary>
internal static class PathUpdatedTwiceRule
{
    /// <summary>
    /// Looks at a call with the others on the same update. An editor shows only what is reported inside the call that a rule looks at.
    /// </summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Update() is not { } update)
            return;
        var seen = new List<IReadOnlyList<string>>();
        foreach (var call in update.Continuation())
        {
            if (!call.IsToolkit("Set", "SetIfNotExists", "Add", "Remove", "Append", "Prepend", "Take")
                || call.Given().FirstOrDefault()?.Value.WithoutConversions().Path() is not { } path)
            {
                continue;
            }

            if (seen.Find(other => Overlap(path, other)) is { } earlier)
            {
                if (call == context.Call)
                    context.Report(RuleTable.PathUpdatedTwice.Problem(call.NameLocation(), ("path", Text(earlier)), ("other", Text(path))));
                return;
            }

            seen.Add(path);
        }
    }

    /// <summary>Whether one path begins with the other. Elements with computed indexes may be the same or not.</summary>
    private static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        Enumerable.Range(0, Math.Min(one.Count, other.Count)).All(i => one[i] == other[i]);

    private static string Text(IReadOnlyList<string> path) => string.Join(".", path).Replace(".[", "[");
}
