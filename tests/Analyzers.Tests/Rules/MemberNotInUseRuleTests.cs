using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberNotInUseRuleTests
{
    [Theory]
    [InlineData("r => r.{|DTK2004:Status|} == \"x\"", "runs.Query(Run.Index.ByStatus(\"x\")).Where($)")]
    [InlineData("r => r.{|DTK2004:RunId|}", "runs.Update(key).Set($, \"x\")")]
    [InlineData("r => r.{|DTK2004:Cache|} == \"x\"", "runs.Scan().Where($)")]
    [InlineData("r => r.{|DTK2004:Full|} == \"x\"", "runs.Scan().Where($)")]
    public Task Member_ThatTheUseLacks_IsReported(string lambda, string call) => UseRule.RefusesAsync(lambda, call);

    [Fact]
    public Task Message_SaysWhatToDo() => UseRule.SaysAsync(
        "r => r.RunId",
        "'RunId' can't be used in this Set(); it is part of the table's key, which never changes; "
        + "delete the item and put it under its new key, in one transaction",
        "runs.Update(key).Set($, \"x\")");

    [Fact]
    public Task Keys_InTheFilterOfAQuery_AreReportedIfTheyAreTheMembersOwnAttributes() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        """
        using System.Threading.Tasks;
        using DynamoToolkit;

        [DynamoTable("points"), PartitionKey("RUN#{RunId}")]
        public sealed partial class Point
        {
            public string RunId { get; set; } = "";
            [SortKey] public int Step { get; set; }
        }

        public static class Use
        {
            public static Task Of(DynamoTable<Point> points) =>
                points.Query(Point.Partition("a")).Where(p => p.RunId == "a" && p.{|DTK2004:Step|} > 3).ToListAsync();
        }
        """,
        mayHaveErrors: true);

    [Fact]
    public Task Members_OfATrigramIndex_AreReportedInUpdates_UnlessAWorkerIndexesThem() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        """
        using System;
        using System.Threading.Tasks;
        using DynamoToolkit;

        [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial record Film(string Id)
        {
            [TrigramIndexed(Scope = [nameof(Studio)])] public string? Title { get; init; }
            public string? Studio { get; init; }
            public int Views { get; init; }
            [TimeToLive] public DateTimeOffset? Until { get; init; }
        }

        [DynamoTable("books"), PartitionKey("BOOK#{Id}"), SortKey("BOOK")]
        public sealed partial record Book(string Id)
        {
            [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)] public string? Title { get; init; }
            [TimeToLive] public DateTimeOffset? Until { get; init; }
        }

        public static class Use
        {
            public static async Task Of(DynamoTable<Film> films, DynamoTable<Book> books)
            {
                await films.Update(Film.Key("1")).Set(f => f.{|DTK2004:Title|}, "b").ExecuteAsync();
                await films.Update(Film.Key("1")).Set(f => f.{|DTK2004:Studio|}, "b").ExecuteAsync();
                await films.Update(Film.Key("1")).Remove(f => f.{|DTK2004:Until|}).ExecuteAsync();
                await films.Update(Film.Key("1")).Add(f => f.Views, 1).If(f => f.Title == "a").ExecuteAsync();
                await books.Update(Book.Key("1")).Set(b => b.Title, "b").Remove(b => b.Until).ExecuteAsync();
            }
        }
        """,
        mayHaveErrors: true);

    [Fact]
    public Task Members_ThatTheUseHas_AreAllowed() => UseRule.ReportsAsync(
        """
        await runs.Scan().Where(r => r.RunId == "x").ToListAsync();
        await runs.Put(run).If(r => r.RunId.NotExists()).ExecuteAsync();
        await runs.Update(key).Set(r => r.Status, "x").Set(r => r.Steps, 3).Set(r => r.Name, "y").ExecuteAsync();
        await runs.Query(partition).Where(r => r.RunId == "x").ToListAsync();
        await runs.Query(Run.Index.ByStatus("x")).Where(r => r.RunId == "y").ToListAsync();
        """);

    [Theory]
    [InlineData("r => {|DTK2004:r.Color|}", "Set($, \"Monday\")")]
    [InlineData("r => {|DTK2004:r.Ratio|}", "Set($, 3m)")]
    [InlineData("r => {|DTK2004:r.Name|}", "Add($, \"x\")")]
    [InlineData("r => {|DTK2004:r.Labels|}", "Add($, \"x\")")]
    [InlineData("r => {|DTK2004:r.Counts|}", "Add($, \"x\", 1)")]
    [InlineData("r => {|DTK2004:r.Steps|}", "Add($, 1.5)")]
    [InlineData("r => {|DTK2004:r.Tags|}", "Append($, \"x\")")]
    [InlineData("r => {|DTK2004:r.Name|}", "Append($, \"x\")")]
    [InlineData("r => {|DTK2004:r.Labels|}", "Take($, \"x\")")]
    [InlineData("r => {|DTK2004:r.Tags|}", "Remove($, \"x\")")]
    public Task Attribute_ThatAMethodOfAnUpdateDoesNotTake_IsReported(string lambda, string call) =>
        UseRule.RefusesAsync(lambda, "runs.Update(key)." + call);

    [Theory]
    [InlineData("Set($, 3m)", "its value has to be a 'List<string>'")]
    [InlineData("Add($, \"x\")", "Add() adds to numbers and sets; use Append() for a list")]
    [InlineData("Take($, \"x\")", "Take() is for sets; Remove() an element by its index, as in 'r.Labels[0]'")]
    public Task MessageOfAnUpdate_SaysWhatTheMethodTakes(string call, string reason) => UseRule.SaysAsync(
        "r => r.Labels", $"'r.Labels' can't be used in this {call.Split('(')[0]}(); {reason}", "runs.Update(key)." + call);

    [Fact]
    public Task Name_ThatNoMemberHas_IsLeftToTheCompiler() => UseRule.RefusesAsync("r => r.Nothing == 3");
}
