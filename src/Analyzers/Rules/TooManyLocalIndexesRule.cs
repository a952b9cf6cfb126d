using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1019: DynamoDB allows five local indexes per table.</summary>
internal sealed class TooManyLocalIndexesRule() : TableTotalRule(RuleTable.TooManyLocalIndexes, limit: 5)
{
    private protected override IEnumerable<string> Things(ItemSpec spec) =>
        spec.Indexes.Where(index => index.IsLocal).Select(index => index.Name);
}
