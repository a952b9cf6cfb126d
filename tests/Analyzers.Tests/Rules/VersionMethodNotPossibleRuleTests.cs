using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionMethodNotPossibleRuleTests
{
    [Theory]
    [InlineData("await plain.{|DTK2071:SaveVersionAsync|}(other);")]
    [InlineData("await plain.{|DTK2071:SaveVersion|}(other).ExecuteAsync();")]
    [InlineData("await plain.{|DTK2071:GetLatestAsync|}(default);")]
    [InlineData("await plain.{|DTK2071:DeleteHistoryAsync|}(default);")]
    public Task Methods_OfTypesWithoutVersions_AreReported(string statement) => ReportsAsync(statement);

    [Fact]
    public Task Methods_OfVersionControlledTypes_AreAllowed() => ReportsAsync("await metrics.GetLatestAsync(Metric.History(\"a\"));");

    private static Task ReportsAsync(string statement) => RuleVerifier<UseAnalyzer>.ReportsAsync(
        $$"""
        using System;
        using System.Threading.Tasks;
        using DynamoToolkit;

        public static class Use
        {
            public static async Task OfAsync(DynamoTable<Plain> plain, Plain other, DynamoTable<Metric> metrics)
            {
                await Task.Yield();
                {{statement}}
            }
        }

        """ + VersionWrittenByHandRuleTests.Types,
        mayHaveErrors: true);
}
