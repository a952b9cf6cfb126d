using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ScanNotAllowedRuleTests
{
    [Fact]
    public Task Scan_WithoutAWord_IsReported() => CallRule.ReportsAsync(
        """
        var all = await runs.{|DTK2020:Scan|}().ToListAsync();
        Func<Task> later = async () => await docs.{|DTK2020:Scan|}().CountAsync();
        """);

    [Fact]
    public Task Scan_OfAMethodThatAllowsIt_IsAllowed() => CallRule.ReportsAsync(
        """
        var all = await runs.Scan().ToListAsync();
        Func<Task> later = async () => await docs.Scan().CountAsync();
        """, attribute: "[AllowScan(\"repairs all\")]\n    ");

    [Fact]
    public Task Scan_ThatTheConfigurationAllows_IsAllowed() => CallRule.ReportsAsync(
        """
        var all = await runs.Scan().ToListAsync();
        """, config: ("allow_scan", "true"));

    [Fact]
    public Task Scan_OfATypeOrAssemblyThatAllowsIt_IsAllowed() => Task.WhenAll(
        RuleVerifier<CallAnalyzer>.ReportsAsync(
            """
            using System.Threading.Tasks;
            using DynamoToolkit;

            public static class Use
            {
                public static Task Of(DynamoTable<Setting> settings) => settings.Scan().ToListAsync();
            }

            [DynamoTable("settings"), AllowScan("there are ten")]
            public sealed partial record Setting([property: PartitionKey] string Name, string Value);
            """),
        RuleVerifier<CallAnalyzer>.ReportsAsync(
            """
            using System.Threading.Tasks;
            using DynamoToolkit;

            [assembly: AllowScan]

            public static class Use
            {
                public static Task Of(DynamoTable<Setting> settings) => settings.Scan().ToListAsync();
            }

            [DynamoTable("settings")]
            public sealed partial record Setting([property: PartitionKey] string Name, string Value);
            """));

    [Fact]
    public async Task Scan_IsAllowedByTheFix()
    {
        const string Scan = "var all = await runs.{0}().ToListAsync();\nvar other = await docs.{0}().CountAsync();";
        await RuleVerifier<CallAnalyzer>.FixesAsync<ScanNotAllowedFixer>(
            CallRule.Method(Scan.Replace("{0}", "{|DTK2020:Scan|}", StringComparison.Ordinal)),
            CallRule.Method(Scan.Replace("{0}", "Scan", StringComparison.Ordinal), attribute: "[AllowScan]\n    "));
    }
}
