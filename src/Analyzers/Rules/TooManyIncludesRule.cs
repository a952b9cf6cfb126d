using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1020: DynamoDB allows 100 included attributes per table; one that two indexes include counts twice.</summary>
internal sealed class TooManyIncludesRule() : TableTotalRule(RuleTable.TooManyIncludes, limit: 100)
{
    private protected override IEnumerable<string> Things(ItemSpec spec) =>
        spec.Indexes.SelectMany(index => index.Include.Select(included => $"{index.Name}: {included}"));
}
