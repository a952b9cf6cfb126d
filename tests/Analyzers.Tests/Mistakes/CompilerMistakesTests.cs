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
        var cancellationToken = TestContext.Current.CancellationToken;
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
        var compilation = RuleAnalysis.Generate(sources, out var generated, cancellationToken);

        var reported = (await RuleAnalysis.RunWithCompilerAsync(compilation, cancellationToken)).Concat(generated)
            .Where(one => one.Severity == DiagnosticSeverity.Error)
            .ToList();

        Assert.Equal(id, Assert.Single(reported).Id);
    }
}
