using System.Text.RegularExpressions;
using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.Generator;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Schema;

/// <summary>What the build's target takes from the generator is what the code fixes write.</summary>
public sealed partial class SchemaGeneratorTests
{
    private const string Before = """
        [DynamoTable("runs"), PartitionKey("RUN#{Id}")]
        public sealed partial class Run
        {
            public string Id { get; set; } = "";
        }
        """;

    private const string After = """
        [DynamoTable("runs"), {|DTK4001:PartitionKey("R#{Id}")|}]
        public sealed partial class Run
        {
            public string Id { get; set; } = "";
            public int? {|DTK4020:Steps|} { get; set; }
        }

        [DynamoTable("steps"), PartitionKey("STEP#{Id}")]
        public sealed partial class {|DTK4020:Step|}
        {
            public string Id { get; set; } = "";
        }
        """;

    [Fact]
    public Task Update_MakesTheBytesOfTheFix() => SchemaRule.FixesAsync<FactNotRecordedFixer>(
        SchemaRule.Record(Before), After, Generate(After, SchemaRule.Record(Before), ("Updating", "true"))!);

    [Fact]
    public Task Acknowledge_MakesTheBytesOfBothFixes()
    {
        var acknowledged = Generate(After, SchemaRule.Record(Before), ("Updating", "true"), ("Acknowledge", "true"))!;
        Assert.Equal(SchemaRule.Record(MarkupSource.Parse(After).Text), acknowledged);
        return SchemaRule.ReportsAgainstAsync(acknowledged, MarkupSource.Parse(After).Text);
    }

    [Fact]
    public void Update_WithoutABaseline_RecordsEverything() =>
        Assert.Equal(SchemaRule.Record(Before), Generate(Before, null, ("Updating", "true")));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Update_KeepsLineEndsAndComments(string lineEnd)
    {
        var baseline = ("# note // with slashes\n" + SchemaRule.Record(Before)).ReplaceLineEndings(lineEnd);
        var text = Generate(Before, baseline, ("Updating", "true"))!;
        Assert.Contains("# note // with slashes" + lineEnd + "item Run: attribute", text, StringComparison.Ordinal);
        Assert.Equal(text.ReplaceLineEndings(lineEnd), text);
    }

    [Theory]
    [InlineData("Updating", "false")]
    [InlineData("Acknowledge", "true")]
    public void OtherBuilds_GenerateNothing(string name, string value) => Assert.Null(Generate(Before, "", (name, value)));

    /// <summary>What the target makes of the generated file; null if there is none.</summary>
    private static string? Generate(string markup, string? baseline, params (string Name, string Value)[] options)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = TestCompilation.Create(Rule.Usings + MarkupSource.Parse(markup).Text);
        var result = CSharpGeneratorDriver
            .Create(
                [new SchemaGenerator().AsSourceGenerator()],
                baseline is null ? [] : [new BaselineText(baseline)],
                TestCompilation.ParseOptions,
                new TestConfig(options.ToDictionary(one => "build_property.DynamoSchema" + one.Name, one => one.Value)))
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, cancellationToken)
            .GetRunResult();
        if (result.GeneratedTrees is not [var tree])
            return null;
        Assert.DoesNotContain(generated.GetDiagnostics(cancellationToken), one => one.Location.SourceTree == tree);
        var text = Mark().Replace(tree.GetText(cancellationToken).ToString(), "");
        return text + (text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
    }

    [GeneratedRegex("(?m)^//")]
    private static partial Regex Mark();
}
