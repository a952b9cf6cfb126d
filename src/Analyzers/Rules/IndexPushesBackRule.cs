using System.Globalization;
using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3005: a write to a table waits for its indexes.</summary>
internal sealed class IndexPushesBackRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var target in KeyTarget.Of(context))
        {
            // A sparse index holds few items, as one of open orders does.
            if (target.Index is not { } index || target.IsDecided || target.IsSparse || target.IsMistaken
                || Keys(target.Spread) is not { } keys)
            {
                continue;
            }

            context.ReportAt(
                RuleTable.IndexPushesBack,
                context.IndexAttribute(index.Name),
                ("index", index.Name),
                ("keys", keys),
                ("growth", target.Growth));
        }
    }

    private static string? Keys(KeySpread spread) => spread switch
    {
        { Shape: KeyShape.Constant } => "one partition key for all items",
        { Shape: KeyShape.Few, Values: { } values, Cause: { } cause } => $"{Text(values)} partition keys because of '{cause}'",
        { Shape: KeyShape.Few, Values: { } values } => $"{Text(values)} partition keys",
        { Shape: KeyShape.FewByName, Cause: { } cause } => $"few partition keys, by the name of '{cause}'",
        { Shape: KeyShape.TimeBucket, Cause: { } cause } => $"'{cause}' as its partition key, so that all new items have the current one",
        _ => null,
    };

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
