using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>The compiler finds the tokens of every kind of item type where a lambda needs them.</summary>
public sealed class LambdaTests
{
    private const string Uses = """
        static object[] Of(DynamoTable<T> items, T item, ItemKey<T> key, PartitionKeyCondition<T> partition) =>
        [
            items.Put(item).If(r => r.Note == "x"),
            items.Delete(key).If(r => r.Id.Exists() & r.Note == "x").ReturnItemOnFailure(),
            items.Check(key).If(r => r.Note.NotExists()),
            items.Query(partition).Where(r => r.Note == null).Descending(),
            items.Scan().Where(r => r.Id == "1").ConsistentRead(),
            items.Update(key)
                .Set(r => r.Note, "x").Set(r => r.Note, null)
                .Set(r => r.Count, 1).Set(r => r.Count, (int?)null).Set(r => r.Count, r => r.Count.IfNotExists(0))
                .SetIfNotExists(r => r.Count, 0).Add(r => r.Count, 1).Add(r => r.Tags, "a", "b").Take(r => r.Tags, "c")
                .Append(r => r.Lines, "x").Prepend(r => r.Lines, "y").Remove(r => r.Note)
                .If(r => r.Id.Exists()),
        ];
        """;

    [Theory]
    [InlineData("sealed partial class Item", "")]
    [InlineData("partial record Item", "")]
    [InlineData("partial record struct Item", "using Shop;")]
    [InlineData("partial class Item : Other", "using Shop;")]
    public void Lambdas_OfAnItemType_Compile(string declaration, string usings) => GeneratorRunner.Run(Model(declaration), Use(usings));

    [Theory]
    [InlineData("sealed partial class Item", "")]
    [InlineData("partial class Item : Other", "using Shop;")]
    public void Lambdas_ThatNameAMemberThatIsNotThere_DoNotCompile(string declaration, string usings)
    {
        var use = Use(usings).Replace("r.Note == \"x\")", "r.Nothing == \"x\")", StringComparison.Ordinal);
        var run = GeneratorRunner.RunUnchecked(TestCompilation.ParseOptions, Model(declaration), use);
        Assert.Contains(
            run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken), static one => one.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Tokens_OfAPrivateItemType_AreFoundInsideIt() => GeneratorRunner.Run("""
        using DynamoToolkit;
        namespace Shop;
        public static partial class Store
        {
            [DynamoTable("items")]
            private sealed partial class Item
            {
                [PartitionKey] public string Id { get; set; } = "";
                public string? Note { get; set; }
            }
            public static object Find(DynamoClient db) => db.Table<Item>().Scan().Where(r => r.Note == "x");
        }
        """);

    private static string Model(string declaration) => $$"""
        using System.Collections.Generic;
        using DynamoToolkit;

        namespace Shop;

        [DynamoTable("items"), PartitionKey("O#{Name}")] public partial class Other { public string Name { get; set; } = ""; }

        [DynamoTable("items"), PartitionKey("I#{Id}"), SortKey("META")]
        public {{declaration}}
        {
            public Item() { }
            public string Id { get; set; } = "";
            public string? Note { get; set; }
            public int? Count { get; set; }
            public HashSet<string> Tags { get; set; } = [];
            public List<string> Lines { get; set; } = [];
        }
        """;

    private static string Use(string usings) => $$"""
        using DynamoToolkit;
        {{usings}}
        using T = Shop.Item;

        namespace Elsewhere;

        internal static class Use
        {
            {{Uses}}
        }
        """;
}
