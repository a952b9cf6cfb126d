using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionWrittenByHandRuleTests
{
    internal const string Types = """

        [DynamoTable("metrics"), VersionControlled]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            public string? Text { get; init; }
        }

        [DynamoTable("plain")]
        public sealed partial record Plain
        {
            [PartitionKey] public required string Name { get; init; }
        }
        """;

    [Fact]
    public Task Writes_OfVersionControlledItems_AreReported() => ReportsAsync("""
        await {|DTK2070:metrics.PutAsync(metric)|};
        await {|DTK2070:metrics.CreateAsync(metric)|};
        await {|DTK2070:metrics.DeleteAsync(metric)|};
        await {|DTK2070:metrics.DeleteAsync(Metric.Key("a", 1))|};
        await {|DTK2070:metrics.Put(metric)|}.IfExists().ExecuteAsync();
        await {|DTK2070:metrics.Update(Metric.Key("a", 1))|}.Set(m => m.Text, "x").ExecuteAsync();
        await db.BatchWriteAsync([{|DTK2070:metrics.Put(metric)|}, plain.Put(other)]);
        await {|DTK2070:metrics.Put(metric)|}.If(m => m.Text == "x").ExecuteAsync();
        """);

    [Fact]
    public Task Writes_InAList_AreReported() => ReportsAsync("""
        var writes = new System.Collections.Generic.List<IWriteOperation>();
        writes.Add({|DTK2070:metrics.Put(metric)|});
        await db.TransactWriteAsync(writes);
        """);

    [Fact]
    public Task Version0_IsReported_WhereItShows() => ReportsAsync("""
        await {|DTK2070:metrics.Delete(Metric.Key("a", 0))|}.BypassVersionControl().ExecuteAsync();
        await {|DTK2070:metrics.Delete(Metric.History("a").LatestKey)|}.BypassVersionControl().ExecuteAsync();
        """);

    [Fact]
    public Task SavesRepairsAndOtherTypes_AreAllowed() => ReportsAsync("""
        await metrics.SaveVersionAsync(metric);
        await metrics.Put(metric).BypassVersionControl().ExecuteAsync();
        await metrics.Delete(Metric.Key("a", 1)).IfExists().BypassVersionControl().ExecuteAsync();
        var put = metrics.Put(metric);
        await put.BypassVersionControl().ExecuteAsync();
        await Bypass(metrics.Put(metric)).ExecuteAsync();
        await Bypass(metrics.Update(Metric.Key("a", 1)).Set(m => m.Text, "x")).ExecuteAsync();
        await plain.PutAsync(other);
        await db.TransactWriteAsync([metrics.Check(Metric.Key("a", 0)).IfExists(), plain.Put(other)]);
        """);

    private static Task ReportsAsync(string statements) => RuleVerifier<UseAnalyzer>.ReportsAsync($$"""
        using System;
        using System.Threading.Tasks;
        using DynamoToolkit;

        public static class Use
        {
            public static async Task OfAsync(
                DynamoClient db, DynamoTable<Metric> metrics, Metric metric, DynamoTable<Plain> plain, Plain other)
            {
                {{statements}}
            }

            private static Put<Metric> Bypass(Put<Metric> put) => put.BypassVersionControl();

            private static Update<Metric> Bypass(Update<Metric> update) => update.BypassVersionControl();
        }

        """ + Types);
}
