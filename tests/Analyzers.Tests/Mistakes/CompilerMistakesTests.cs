using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>What the compiler itself reports has no rule beside it, and no errors in generated files.</summary>
public sealed class CompilerMistakesTests
{
    [Theory]
    [InlineData("CS0246", "public Dictionary<Missing, int>? M { get; set; }")]
    [InlineData("CS0246", "public SortedDictionary<string, Missing>? M { get; set; }")]
    [InlineData("CS0246", "public (Missing, int) M { get; set; }")]
    [InlineData("CS0246", "public Func<Missing[]>? M { get; set; }")]
    [InlineData("CS0246", "[DynamoConverter(typeof(Converter<Missing>))] public int M { get; set; }")]
    [InlineData("CS0246", "[ShardedCounter(3)] public Missing M { get; set; } = null!;")]
    [InlineData("CS0246", "[Materialize(typeof(Missing), \"A\", \"B\")] public Dictionary<string, string>? M { get; set; }")]
    [InlineData("CS0246", "[MaterializedCount(typeof(Missing))] public long? M { get; set; }")]
    [InlineData(
        "CS0246",
        "} [DynamoTable(\"items\"), ViewOf(typeof(Missing))] partial class View { [PartitionKey] public required string Id { get; init; }")]
    [InlineData("CS0102", "public int M { get; set; } public int M { get; set; }")]
    [InlineData("CS0102", "public int M { get; set; } [DynamoAttribute(\"n\")] public int M;")]
    [InlineData("CS0102", "public class M; public int M { get; set; }")]
    [InlineData("CS0102", "public int M { get; set; } public void M() { }")]
    [InlineData("CS9051", "[DynamoAttribute] private Hidden M { get; set; }")]
    [InlineData("CS9051", "[DynamoAttribute] private List<Hidden?[]>? M { get; set; }")]
    [InlineData("CS0619", "[DynamoConverter(typeof(Gone))] public int M { get; set; }")]
    public async Task Mistake_ThatTheCompilerReports_IsReportedOnce(string id, string member)
    {
        var sources = TestCompilation.Create($$"""
            using System;
            using System.Collections.Generic;
            using DynamoToolkit;
            using DynamoToolkit.Wire;

            [DynamoTable("items")]
            public partial class Item
            {
                [PartitionKey] public required string Id { get; init; }
                {{member}}
            }

            file enum Hidden { A }

            public readonly struct Converter<T> : IAttributeConverter<T>
            {
                public static void Write(ref ItemWriter writer, T value) => throw new NotSupportedException();
                public static T Read(ref ItemReader reader) => throw new NotSupportedException();
            }

            [Obsolete("gone", error: true)]
            public readonly struct Gone : IAttributeConverter<int>
            {
                public static void Write(ref ItemWriter writer, int value) => throw new NotSupportedException();
                public static int Read(ref ItemReader reader) => throw new NotSupportedException();
            }
            """);
        Assert.Equal(id, Assert.Single(await ErrorsAsync(sources)).Id);
    }

    [Theory]
    [InlineData("DynamoTable(Missing), PartitionKey(\"P#{Id}\")")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(nameof(Missing))")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{\" + nameof(Missing) + \"}\")")]
    [InlineData("DynamoTable(\"items\"), PartitionKey($\"P#{{{nameof(Missing)}}}\")")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), SortKey(nameof(Missing))")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), GlobalIndex(\"index\", [nameof(Missing)], [nameof(Id)])")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), GlobalIndex(\"index\", \"{B}\", Include = [nameof(Missing)])")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), SortKey(\"{B}\"), LocalIndex(nameof(Missing), \"{A}\")")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), SortKey(\"{B}\"), WriteSharded(4, By = nameof(Missing))")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), SortKey(\"{B}\"), WriteSharded(Missing, By = nameof(B))")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), Unique(nameof(Missing))")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), Retention(Missing, Days = 3)")]
    [InlineData("DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), ViewOf(Missing)")]
    public async Task Name_ThatTheCompilerDoesNotKnow_IsReportedOnce(string attributes)
    {
        var errors = await ErrorsAsync(TestCompilation.Create($$"""
            using System;
            using DynamoToolkit;

            [{{attributes}}]
            public partial class Item
            {
                public required string Id { get; init; }
                public string? A { get; set; }
                public required string B { get; init; }
                [TimeToLive] public DateTimeOffset? At { get; set; }
            }
            """));
        Assert.Equal("CS0103", Assert.Single(errors).Id);
    }

    [Theory]
    [InlineData("CS0103", "[Unique(Scope = [nameof(Missing)])] public string? M { get; set; }")]
    [InlineData("CS0103", "[TrigramIndexed(Scope = [nameof(Missing)])] public string? M { get; set; }")]
    [InlineData("CS0103", "[ShardedCounter(Missing)] public long M { get; set; }")]
    [InlineData("CS0117", "[Unique(Scope = [nameof(Item.Missing)])] public string? M { get; set; }")]
    [InlineData("CS0547", "public void M { get; set; }")]
    [InlineData("CS0722", "public Math M { get; set; } = null!;")]
    [InlineData(
        "CS0053",
        "} [DynamoTable(\"more\")] public partial class More { internal enum E { A } [PartitionKey] public E Id { get; set; }")]
    [InlineData("CS0592", "public IPart? M { get; set; } } [DynamoMap] public interface IPart {")]
    [InlineData("CS0592", "} [DynamoMap] public interface IPart { string M { get; }")]
    [InlineData("CS0592", "} [DynamoTable(\"parts\")] public partial interface IPart { string M { get; }")]
    [InlineData("CS0592", "} [DynamoType(\"part\")] public interface IPart { string M { get; }")]
    [InlineData("CS0592", "} [DynamoMap] public enum E { A")]
    [InlineData("CS0592", "} [DynamoTable(\"more\"), DynamoType(\"e\")] public enum E { A")]
    [InlineData("CS0102", "public E M { get; set; } } public enum E { A, A")]
    [InlineData("CS0146", "} [DynamoTable(\"more\")] public partial class More : More {")]
    [InlineData("CS0146", "} [DynamoTable(\"more\")] public partial class More : Less { } public class Less : More {")]
    [InlineData("CS0146", "} [DynamoMap] public partial class More : Less { } [DynamoMap] public partial class Less : More {")]
    [InlineData("CS0246", "} [DynamoTable(\"more\")] public partial class More : Missing {")]
    [InlineData(
        "CS0246",
        "} [DynamoTable(\"more\"), PartitionKey(\"{Id}\")] public partial class More : Base { } public class Base : Missing {")]
    [InlineData("CS0246", "} [DynamoTable(\"more\")] public partial class More<T> where T : Missing {")]
    [InlineData("CS0305", "} [DynamoTable(\"more\")] public partial class More : Base { } public class Base<T> {")]
    [InlineData(
        "CS0418",
        "} [DynamoTable(\"more\")] public abstract sealed partial class More { [PartitionKey] public string Id { get; set; } = \"\";")]
    [InlineData(
        "CS7036",
        "} public class Base(int id) { [PartitionKey] public int Id { get; } = id; } [DynamoTable(\"more\")] partial class More : Base {")]
    public async Task Declaration_ThatTheCompilerReports_HasNoRuleBesideIt(string id, string member)
    {
        var errors = await ErrorsAsync(TestCompilation.Create($$"""
            using System;
            using DynamoToolkit;

            [DynamoTable("items"), PartitionKey("P#{Id}"), SortKey("{B}")]
            public partial class Item
            {
                public required string Id { get; init; }
                public required string B { get; init; }
                {{member}}
            }
            """));

        // Both types of a circle have an error.
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal(id, error.Id));
    }

    private static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(Compilation sources)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = RuleAnalysis.Generate(sources, out var generated, cancellationToken);
        return
        [
            .. (await RuleAnalysis.RunWithCompilerAsync(compilation, cancellationToken)).Concat(generated)
                .Where(one => one.Severity == DiagnosticSeverity.Error),
        ];
    }
}
