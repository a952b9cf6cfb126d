using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1018: DynamoDB's default quota is 20 global indexes per table.</summary>
internal sealed class TooManyGlobalIndexesRule() : TableTotalRule(RuleTable.TooManyGlobalIndexes, limit: 20)
{
    private protected override IEnumerable<string> Things(ItemSpec spec) =>
        spec.Indexes.Where(index => !index.IsLocal).Select(index => index.Name);
}
