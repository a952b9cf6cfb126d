using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LanguageVersionTooLowRuleTests
{
    private const string Source = """
        using DynamoToolkit;
        [DynamoTable("runs")]
        public partial class Run { [PartitionKey] public string Id { get; set; } = ""; }
        [DynamoMap]
        public partial class Part { public string? Name { get; set; } }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp11)]
    public async Task Types_InALowerVersion_AreReportedOnceAndNotGenerated(LanguageVersion version)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var sources = TestCompilation.Create(TestCompilation.ParseOptions.WithLanguageVersion(version), Source);
        var compilation = RuleAnalysis.Generate(sources, out var reported, cancellationToken);
        var one = Assert.Single(reported);
        Assert.Equal("DTK0050", one.Id);
        Assert.Equal("Test0.cs", one.Location.GetLineSpan().Path);
        Assert.Equal(2, one.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Single(compilation.SyntaxTrees);
        Assert.Empty(await RuleAnalysis.RunAsync(compilation, cancellationToken));
    }

    [Fact]
    public void Types_InTheVersionThatIsNeeded_Compile()
    {
        var sources = TestCompilation.Create(TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp12), Source);
        var compilation = RuleAnalysis.Generate(sources, out var reported, TestContext.Current.CancellationToken);
        Assert.Empty(reported);
        TestCompilation.AssertCompiles(compilation);
    }
}
