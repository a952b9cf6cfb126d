using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>What DynamoDB would refuse, or would never get to see, does not compile. Each line stands beside one that does.</summary>
public sealed class RefusedUseTests
{
    private const string Model = """
        using System.Collections.Generic;
        using DynamoToolkit;

        namespace Shop;

        public enum Level { Low, Mid, High }

        public enum Urgency { Low, Mid, High }

        [DynamoMap]
        public partial class Line
        {
            public decimal Price { get; set; }
            public bool IsGift { get; set; }
        }

        [DynamoTable("orders"), PartitionKey("CUSTOMER#{CustomerId}"), SortKey("ORDER#{Number}")]
        [GlobalIndex("byStatus", "{Status}", "{Total}")]
        public partial class Order
        {
            public string CustomerId { get; set; } = "";
            public int Number { get; set; }
            public string Status { get; set; } = "";
            public decimal Total { get; set; }
            public int? Rating { get; set; }
            public string? Note { get; set; }
            public HashSet<string> Tags { get; set; } = [];
            public bool IsPaid { get; set; }
            public bool? IsSent { get; set; }
            public Level Level { get; set; }
            [DynamoAttribute(EnumStorage = EnumStorage.Number)] public Urgency Urgency { get; set; }
            public System.Version? Version { get; set; }
            public List<Level> Levels { get; set; } = [];
            public Dictionary<string, bool> Checks { get; set; } = [];
            public Dictionary<string, Line> Lines { get; set; } = [];
            public Dictionary<string, int> Counts { get; set; } = [];
        }
        """;

    private static readonly CSharpCompilation Compilation = (CSharpCompilation)GeneratorRunner.Run(Model).Compilation;

    [Theory]

    // What no expression can say would become LINQ's Where, which reads everything and filters in the program.
    [InlineData(
        "orders.Query(Order.Partition(\"1\")).Where(o => o.Rating > 3 & o.Note == \"x\")",
        "orders.Query(Order.Partition(\"1\")).Where(o => o.Rating > 3 && o.Note)")]
    [InlineData("orders.Scan().Where(o => o.IsPaid && !o.IsSent || o.Note == null)", "orders.Scan().Where(o => o.IsPaid && !o.Note)")]
    [InlineData("orders.Scan().Where(o => 3 < o.Rating)", "orders.Scan().Where(o => \"3\" < o.Rating)")]
    [InlineData("orders.Scan().Where(o => true ? o.IsPaid : !o.IsPaid)", "orders.Scan().Where(o => o.IsPaid ? o.IsSent : !o.IsSent)")]
    [InlineData("orders.Scan().Where(o => o.Note == null & o.Rating == 3)", "orders.Scan().Where(o => o.Lines == 3)")]
    [InlineData(
        "orders.Update(Order.Key(\"1\", 1)).Set(o => o.Status, \"x\")",
        "orders.Update(Order.Key(\"1\", 1)).Set(o => o.CustomerId, \"x\")")]
    [InlineData(
        "orders.Query(Order.Partition(\"1\")).Where(o => o.Note.StartsWith(\"x\"))",
        "orders.Query(Order.Partition(\"1\")).Where(o => o.Note!.Trim() == \"x\")")]
    [InlineData("orders.Scan().Where(o => o.Rating.Exists())", "orders.Scan().Where(o => o.Rating.HasValue)")]
    [InlineData("orders.Scan().AsAsyncEnumerable().Where(o => o.Rating.HasValue)", "orders.Scan().First(o => o.Rating > 3)")]
    [InlineData("orders.Scan().AsAsyncEnumerable().Select(o => o.Note)", "orders.Scan().Select(o => o.Note)")]

    // Key attributes can't be in filters of what they are keys of, or be updated.
    [InlineData(
        "orders.Query(Order.Partition(\"1\")).Where(o => o.Total > 1)",
        "orders.Query(Order.Index.ByStatus(\"new\")).Where(o => o.Total > 1)")]
    [InlineData(
        "orders.Query(Order.Index.ByStatus(\"new\")).Where(o => o.Number.Exists())",
        "orders.Query(Order.Index.ByStatus(\"new\")).Where(o => o.Status.Exists())")]
    [InlineData("orders.Update(Order.Key(\"1\", 1)).Set(o => o.Rating, 3)", "orders.Update(Order.Key(\"1\", 1)).Set(o => o.Number, 3)")]
    [InlineData("orders.Update(Order.Key(\"1\", 1)).Set(o => o.Note, \"x\")", "orders.Update(Order.Key(\"1\", 1)).Set(o => o.Note, 3)")]

    // ADD takes numbers and sets, contains takes text, sets and lists.
    [InlineData("orders.Update(Order.Key(\"1\", 1)).Add(o => o.Rating, 1)", "orders.Update(Order.Key(\"1\", 1)).Add(o => o.Note, \"x\")")]
    [InlineData(
        "orders.Update(Order.Key(\"1\", 1)).Add(o => o.Tags, \"x\")",
        "orders.Update(Order.Key(\"1\", 1)).Append(o => o.Tags, \"x\")")]
    [InlineData("orders.Scan().Where(o => o.Tags.Contains(\"x\"))", "orders.Scan().Where(o => o.Rating.Contains(3))")]
    [InlineData("orders.Scan().Where(o => o.Rating > 3)", "orders.Scan().Where(o => o.Rating > \"3\")")]

    // Booleans have no order, and enums by name and versions would be ordered as text.
    [InlineData("orders.Scan().Where(o => o.IsPaid == true & o.IsSent != false)", "orders.Scan().Where(o => o.IsPaid < true)")]
    [InlineData("orders.Scan().Where(o => o.IsPaid != o.IsSent)", "orders.Scan().Where(o => o.IsPaid.Between(false, true))")]
    [InlineData("orders.Scan().Where(o => o.Urgency < Urgency.High)", "orders.Scan().Where(o => o.Level < Level.High)")]
    [InlineData(
        "orders.Scan().Where(o => o.Level.In(Level.Low, Level.Mid))",
        "orders.Scan().Where(o => o.Level.Between(Level.Low, Level.Mid))")]
    [InlineData(
        "orders.Scan().Where(o => o.Version == new System.Version(1, 10))",
        "orders.Scan().Where(o => o.Version >= new System.Version(1, 10))")]
    [InlineData(
        "orders.Scan().Where(o => o.Levels[0] == Level.Low & o.Levels.Contains(Level.Mid))",
        "orders.Scan().Where(o => o.Levels[0] > Level.Low)")]
    [InlineData(
        "orders.Scan().Where(o => o.Checks[\"a\"] == true | o.Counts[\"a\"] > 1)",
        "orders.Scan().Where(o => o.Checks[\"a\"] > false)")]
    [InlineData(
        "orders.Scan().Where(o => o.Lines[\"a\"].Price > 1 & o.Lines[\"a\"].Exists())",
        "orders.Scan().Where(o => o.Lines[\"a\"] > o.Lines[\"b\"])")]
    [InlineData(
        "orders.Update(Order.Key(\"1\", 1)).Set(o => o.IsPaid, o => o.IsSent.IfNotExists(true))" +
        ".Set(o => o.Level, Level.Mid).Set(o => o.Levels[0], o => o.Level)",
        "orders.Update(Order.Key(\"1\", 1)).Add(o => o.IsPaid, true)")]
    [InlineData(
        "orders.Update(Order.Key(\"1\", 1)).Set(o => o.IsSent, null).Remove(o => o.Checks[\"a\"])" +
        ".SetIfNotExists(o => o.IsPaid, false).Append(o => o.Levels, Level.Low)",
        "orders.Update(Order.Key(\"1\", 1)).Add(o => o.Level, Level.Low)")]

    // A size is compared with a number, not with another size.
    [InlineData("orders.Scan().Where(o => o.Tags.Size() < 3)", "orders.Scan().Where(o => o.Tags.Size() < o.Tags.Size())")]

    // A key is of its own type, in its own order.
    [InlineData("orders.GetAsync(Order.Key(\"1\", 1))", "orders.GetAsync(Order.Key(1, \"1\"))")]
    [InlineData(
        "orders.Query(Order.Partition(\"1\"), Order.SortKey.AtLeast(5))",
        "orders.Query(Order.Partition(\"1\"), Order.SortKey.AtLeast(\"5\"))")]
    [InlineData(
        "orders.Query(Order.Index.ByStatus(\"new\"), Order.Index.ByStatusSortKey.AtLeast(5))",
        "orders.Query(Order.Partition(\"1\"), Order.Index.ByStatusSortKey.AtLeast(5))")]
    public void Use_ThatDynamoDbRefuses_DoesNotCompile(string good, string bad)
    {
        Assert.Empty(ErrorsOf(good));
        Assert.NotEmpty(ErrorsOf(bad));
    }

    private static IEnumerable<string> ErrorsOf(string use)
    {
        var source = $$"""
            using System.Linq;
            using DynamoToolkit;

            namespace Shop;

            internal static class Use
            {
                internal static object Of(DynamoTable<Order> orders) => {{use}};
            }
            """;
        return Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions))
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString());
    }
}
