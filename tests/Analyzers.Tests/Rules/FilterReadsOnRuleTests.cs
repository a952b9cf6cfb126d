namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class FilterReadsOnRuleTests
{
    [Fact]
    public Task Limit_WithAFilter_IsReported() => CallRule.ReportsAsync(
        """
        var some = await runs.Query(Run.Partition("1")).Where(r => r.Active).{|DTK2021:Limit|}(10).ToListAsync();
        var first = await runs.Query(Run.Partition("1")).Where(r => r.Active).{|DTK2021:FirstOrDefaultAsync|}();
        var any = await runs.Query(Run.Index.ByStatus("x")).{|DTK2021:Limit|}(1).Where(r => r.Active).ToListAsync();
        """);

    [Fact]
    public Task Limit_WithoutAFilterOrWithPages_IsAllowed() => CallRule.AllowsAsync(
        """
        var some = await runs.Query(Run.Partition("1")).Limit(10).ToListAsync();
        var page = await runs.Query(Run.Partition("1")).Where(r => r.Active).PageSize(100).Limit(10).GetPageAsync();
        var all = await runs.Query(Run.Partition("1")).Where(r => r.Active).ToListAsync();
        var first = await runs.Query(Run.Partition("1")).FirstOrDefaultAsync();
        """);
}
