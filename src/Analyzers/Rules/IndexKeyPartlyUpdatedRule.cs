using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2034: a composed index key is written anew from all of its members, or stays as it was.</summary>
internal static class IndexKeyPartlyUpdatedRule
{
    /// <summary>
    /// Looks at a call with the others on the same update. An editor shows only what is reported inside the call that a rule looks at.
    /// </summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Update() is not { } update || context.SpecOf(context.ItemType) is not { } spec)
            return;
        var rest = update.Continuation().ToList();

        // Only a chain that ends in its execution, or in an argument, shows all that the update sets.
        if (!IsWhole(update, rest))
            return;
        var changed = new Dictionary<string, IInvocationOperation>();
        foreach (var call in rest)
        {
            if (call.IsToolkit("Set", "SetIfNotExists", "Add", "Remove"))
            {
                if (call.Given().FirstOrDefault()?.Value.WithoutConversions().Path() is not { } path)
                    return;
                if (path.Count == 1 && !changed.ContainsKey(path[0]))
                    changed.Add(path[0], call);
            }
        }

        var fixedNames = new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>()
            .SelectMany(key => key.Members).ToList();
        foreach (var index in spec.Indexes)
        {
            foreach (var key in index.Partition.Concat(index.Sort).Where(key => key.IsComposed && !key.IsUnknown))
            {
                var members = key.Members.Except(fixedNames).Distinct().ToList();
                var missing = members.Where(name => !changed.ContainsKey(name)).ToList();
                if (missing.Count == 0 || members.Find(changed.ContainsKey) is not { } first
                    || members.Any(name => changed.TryGetValue(name, out var call) && Removes(call))
                    || spec.Member(first).Stamp != StampSpec.None || missing.Any(name => spec.Member(name).Stamp == StampSpec.UpdatedAt))
                {
                    continue;
                }

                if (changed[first] != context.Call)
                    return;
                context.Report(RuleTable.IndexKeyPartlyUpdated.Problem(
                    changed[first].NameLocation(),
                    ("member", first),
                    ("index", index.Name),
                    ("others", string.Join(" and ", missing.Select(name => $"'{name}'"))),
                    ("template", string.Concat(key.Parts.Select(part => part.Literal ?? $"{{{part.Member}}}")))));
                return;
            }
        }
    }

    /// <summary>Whether a call takes the member away, and so the item out of the index; a null does, too.</summary>
    private static bool Removes(IInvocationOperation call) => call.TargetMethod.Name == "Remove"
        || (call.TargetMethod.Name == "Set"
            && call.Given().ElementAtOrDefault(1)?.Value.WithoutConversions().ConstantValue is { HasValue: true, Value: null });

    private static bool IsWhole(IInvocationOperation update, List<IInvocationOperation> rest)
    {
        var last = rest.LastOrDefault() ?? update;
        return last.TargetMethod.Name is "ExecuteAsync" or "Preview"
            || last.ParentWithoutConversions() is ICollectionExpressionOperation
            or IArrayInitializerOperation;
    }
}
