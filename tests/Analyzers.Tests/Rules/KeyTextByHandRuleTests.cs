using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyTextByHandRuleTests
{
    [Fact]
    public Task Numbers_AndTimesInATextThatIsAKey_AreReported() => RuleVerifier<CallAnalyzer>.ReportsAsync(
        """
        using System;
        using DynamoToolkit;

        [DynamoTable("orders")]
        public sealed partial class Order
        {
            [PartitionKey] public required string Customer { get; set; }
            [SortKey] public required string Sort { get; set; }
            public string? Note { get; set; }

            public static Order Of(int number, DateTime at, decimal price, DateOnly day, Guid id, string name) => number switch
            {
                1 => new() { Customer = $"C#{id}", Sort = $"ORDER#{{|DTK2038:number|}}" },
                2 => new() { Customer = $"C#{name}", Sort = $"{{|DTK2038:at|}}#{{|DTK2038:price|}}" },
                3 => new() { Customer = $"C#{number}", Sort = $"{number:D10}#{at:O}#{day:yyyy-MM-dd}#{number:0000}", Note = $"{number}" },
                _ => new() { Customer = "C", Sort = $"{{|DTK2038:day|}}" },
            };
        }
        """);
}
